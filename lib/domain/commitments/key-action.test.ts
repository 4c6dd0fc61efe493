import { describe, expect, it } from "vitest";
import { isKeyActionOverdue, keyActionStates, keyActionStatesAfter } from "./key-action";

describe("a key action", () => {
  it("is planned only before it began, and is put right whatever was told of it", () => {
    expect(keyActionStates.map((state) => [state, keyActionStatesAfter(state)])).toEqual([
      ["planned", ["planned", "underWay", "done", "stopped"]],
      ["underWay", ["underWay", "done", "stopped"]],
      ["done", ["underWay", "done", "stopped"]],
      ["stopped", ["underWay", "done", "stopped"]],
    ]);
  });

  it("is overdue from the day after its due date, unless it is done or stopped", () => {
    const on = (state: (typeof keyActionStates)[number], today: string) =>
      isKeyActionOverdue({ state, dueOn: "2018-05-31" }, today);
    expect(keyActionStates.map((state) => on(state, "2018-05-31"))).toEqual([false, false, false, false]);
    expect(keyActionStates.map((state) => on(state, "2018-06-01"))).toEqual([true, true, false, false]);
  });
});

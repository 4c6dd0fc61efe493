import { describe, expect, it } from "vitest";
import type { AssignmentView } from "@/lib/views/assignment-view";
import { rowsShown, ticksNow, ticksShown, wholeMatrix, withTick } from "./matrix-state";

const column = (id: number) => ({
  id,
  name: `Officer ${id}`,
  organisation: null,
  bar: null,
  total: 0,
  left: 0,
  handBack: null,
});
const view = {
  goals: [
    { code: "G1", title: "Law" },
    { code: "G2", title: "Work" },
  ],
  rows: [
    ["G1.1-a", "Victims identified", 0, 1],
    ["G1.1-b", "Victims referred", 0, 0],
    ["G2.1-a", "Recruiters licensed", 1, 0],
  ],
  columns: [column(5), column(6)],
  ticks: [[5], [], [6]],
  through: [[], [6], []],
} as unknown as AssignmentView;

describe("a matrix of assignments", () => {
  it("shows the rows that are asked for: words in any order, a goal, those of one, those of nobody", () => {
    const shown = (filter: object) => rowsShown(view, { ...wholeMatrix, ...filter }, "en");
    expect(shown({})).toEqual([true, true, true]);
    expect(shown({ find: "referred victims" })).toEqual([false, true, false]);
    expect(shown({ find: "g2.1" })).toEqual([false, false, true]);
    expect(shown({ goal: "G1" })).toEqual([true, true, false]);
    expect(shown({ show: "6" })).toEqual([false, true, true]);
    expect(shown({ show: "unassigned" })).toEqual([false, false, false]);
    expect(rowsShown({ ...view, through: [] }, { ...wholeMatrix, show: "unassigned" }, "en")).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("has nothing to save where a tick was set and taken away again", () => {
    const shown = ticksShown(view);
    const set = withTick(new Map(), shown, ["G1.1-a 6", "G1.1-a 5"], true);
    expect([...set]).toEqual([["G1.1-a 6", true]]);
    expect(ticksNow(view, set)).toEqual([[5, 6], [], [6]]);
    expect(withTick(set, shown, ["G1.1-a 6"], false).size).toBe(0);
    expect(ticksNow(view, withTick(set, shown, ["G1.1-a 5"], false))).toEqual([[6], [], [6]]);
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { NewValue } from "@/lib/views/entry-view";
import { cellAtRest } from "./cell-state";
import { EntryStore } from "./entry-store";
import { learn } from "./use-news";

const rules = {
  type: "number",
  countsPersons: true,
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: "persons",
} as const;
const place = { indicator: "A", cell: "total" };
const typed = (number: string) => ({
  type: "typed" as const,
  entered: { kind: "number", number, missingReason: "" } satisfies EnteredValue,
});
const cellOf = (number: string, revision: number, savedAt: string) => ({
  value: { kind: "number" as const, number },
  revision,
  savedAt,
});
const storeOf = () =>
  new EntryStore({ A: { total: cellAtRest(rules, cellOf("5", 1, "2017-04-10T07:00:00.000Z")) } }, { A: rules });

describe("a sheet that is held still", () => {
  it("shows an error only when it is released, and goes on saving", () => {
    const store = storeOf();
    const watched: string[] = [];
    store.watch((_, { phase }) => watched.push(phase.at));
    let drawn = 0;
    store.subscribe(() => drawn++);
    store.dispatch(place, typed("many"));
    expect(drawn).toBe(1);
    store.hold();
    store.dispatch(place, { type: "left" });
    expect([drawn, store.all().A!.total!.phase.at, watched.at(-1)]).toEqual([1, "typing", "invalid"]);
    store.release();
    expect([drawn, store.all().A!.total!.phase.at]).toEqual([2, "invalid"]);
    store.release();
    expect(drawn).toBe(2);
  });

  it("shows what is typed at once", () => {
    const store = storeOf();
    store.hold();
    store.dispatch(place, typed("6"));
    expect(store.all().A!.total!.typed).toMatchObject({ number: "6" });
  });
});

describe("a cell that is left", () => {
  const leftOne = () => {
    const waiting: (() => void)[] = [];
    const cells = { total: cellAtRest(rules, cellOf("5", 1, "2017-04-10T07:00:00.000Z")) };
    const store = new EntryStore({ A: cells }, { A: rules }, new Set("A"), (act) => waiting.push(act));
    store.dispatch(place, typed("6"));
    let drawn = 0;
    store.subscribe(() => drawn++);
    store.dispatch(place, { type: "left" });
    return { store, shown: () => store.all().A!.total!.phase.at, drawn: () => drawn, paint: () => waiting.shift()?.() };
  };

  it("is known to be at once, and shown to be after what its key asked for", () => {
    const { store, shown, drawn, paint } = leftOne();
    expect([store.cellAt(place).phase.at, shown(), drawn()]).toEqual(["waiting", "typing", 0]);
    paint();
    expect([shown(), drawn()]).toEqual(["waiting", 1]);
  });

  it("isn't shown to be while the page is held still, also where that began before", () => {
    const { store, shown, drawn, paint } = leftOne();
    store.hold();
    paint();
    expect(shown()).toBe("typing");
    store.release();
    expect([shown(), drawn()]).toEqual(["waiting", 2]);
  });

  it("is shown to be with a letter that is typed before", () => {
    const { store, shown, drawn, paint } = leftOne();
    store.dispatch({ indicator: "A", cell: "sex=female" }, typed("3"));
    expect([shown(), drawn()]).toEqual(["waiting", 1]);
    paint();
    expect(drawn()).toBe(1);
  });
});

describe("those that only count", () => {
  afterEach(() => void vi.useRealTimers());

  it("hear once of all that changes in a moment, after it is shown", () => {
    vi.useFakeTimers();
    const store = storeOf();
    const heard: string[] = [];
    store.subscribe(() => heard.push("shown"));
    store.subscribeSettled(() => heard.push("counted"));
    store.dispatch(place, typed("6"));
    store.dispatch(place, { type: "left" });
    expect(store.settled().A!.total).toMatchObject({ typed: { number: "5" } });
    vi.runAllTimers();
    expect(heard).toEqual(["shown", "shown", "counted"]);
    expect(store.settled()).toBe(store.all());
    store.dispatch(place, typed("7"));
    vi.runAllTimers();
    expect(heard.slice(3)).toEqual(["shown", "counted"]);
  });

  it("hear nothing of what is held back until it is released", () => {
    vi.useFakeTimers();
    const store = storeOf();
    store.dispatch(place, typed("many"));
    store.hold();
    store.dispatch(place, { type: "left" });
    vi.runAllTimers();
    expect(store.settled().A!.total!.phase.at).toBe("typing");
    store.release();
    vi.runAllTimers();
    expect(store.settled().A!.total!.phase.at).toBe("invalid");
  });
});

describe("news from other windows", () => {
  const at = "2017-04-10T08:00:00.000Z";
  const news = (number: string | null, more: Partial<NewValue> = {}): NewValue => ({
    ...place,
    by: "Officer",
    isOwn: false,
    at,
    present: number === null ? null : cellOf(number, 2, at),
    ...more,
  });

  it("stand in a cell that nobody is typing in, once", () => {
    const store = storeOf();
    expect(learn(store, [news("7")])).toHaveLength(1);
    expect(store.cellAt(place)).toMatchObject({
      typed: { number: "7" },
      revision: 2,
      savedAt: at,
      phase: { at: "rest" },
    });
    expect(learn(store, [news("7")])).toEqual([]);
    expect(learn(store, [news(null, { at: "2017-04-10T09:00:00.000Z" })])).toHaveLength(1);
    expect(store.cellAt(place)).toMatchObject({ typed: { number: "" }, revision: 0 });
  });

  it("say nothing of a cell that stands as the page was made, blank ones too, entered and undone before", () => {
    const store = storeOf();
    const seen = news("5", { at, present: cellOf("5", 1, "2017-04-10T07:00:00.000Z") });
    expect(learn(store, [seen, news(null, { cell: "sex=male" })])).toEqual([]);
  });

  it("never touch what is typed, nor take old for new, nor speak of rows that aren't here", () => {
    const store = storeOf();
    expect(learn(store, [news("4", { at: "2017-04-10T06:00:00.000Z" }), news("7", { indicator: "B" })])).toEqual([]);
    store.dispatch(place, typed("6"));
    expect(learn(store, [news("7")])).toEqual([]);
    expect(store.cellAt(place)).toMatchObject({ typed: { number: "6" }, revision: 1 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { type CellEvent, type CellState, cellAtRest, nextCell } from "./cell-state";

const limits = { lowest: "0", highest: null, mayExceedHundred: false, unit: "persons" };
const rules = { type: "number", decimals: 0, stepCount: 0, ...limits } as const;
const number = (text: string): EnteredValue => ({ kind: "number", number: text, missingReason: "" });
const cell = { value: { kind: "number", number: "720" }, revision: 3, savedAt: "2017-04-10T07:02:00.000Z" } as const;
const stored = cellAtRest(rules, cell);
const through = (state: CellState, ...events: CellEvent[]) =>
  events.reduce((now, event) => nextCell(now, event, rules), state);
const typed = (text: string): CellEvent => ({ type: "typed", entered: number(text) });
const acknowledged: CellEvent = { type: "acknowledged", revision: 4, savedAt: "2017-04-10T08:00:00.000Z" };

describe("a cell between the hand and the server", () => {
  it("is saved once it is left, and says so only when the server did", () => {
    const waiting = through(stored, typed("1,402"), { type: "left" });
    expect(waiting.phase.at).toBe("waiting");
    expect(waiting.stored).toEqual(number("720"));
    const done = through(waiting, { type: "sent" }, acknowledged);
    expect(done).toMatchObject({ phase: { at: "rest" }, revision: 4, savedAt: "2017-04-10T08:00:00.000Z" });
    expect(done.stored).toEqual(number("1402"));
    expect(done.typed).toEqual(number("1402"));
  });

  it("asks nothing of the server for what is stored already, or can't be read", () => {
    expect(through(stored, typed("9"), typed("720"), { type: "left" }).phase.at).toBe("rest");
    const faulty = through(stored, typed("3-4"), { type: "left" });
    expect(faulty.phase).toMatchObject({ at: "invalid", problems: [{ field: "number", key: "valueNotNumber" }] });
    expect(faulty.typed).toEqual(number("3-4"));
  });

  it("sends what was typed on while an older text was on its way", () => {
    const sending = through(stored, typed("1"), { type: "left" }, { type: "sent" }, typed("12"));
    expect(through(sending, acknowledged).phase.at).toBe("typing");
    const left = through(sending, { type: "left" }, acknowledged);
    expect(left).toMatchObject({ phase: { at: "waiting" }, revision: 4 });
    expect(left.typed).toEqual(number("12"));
  });

  it("keeps what was typed when it is offline, refused or faulty", () => {
    const sending = through(stored, typed("8"), { type: "left" }, { type: "sent" });
    for (const event of [
      { type: "unreachable" },
      { type: "rejected", problems: [{ field: "number", key: "valueNegative" }] },
      { type: "refused", problem: { key: "locked", args: { lock: "submitted" } }, again: false },
    ] satisfies CellEvent[])
      expect(through(sending, event)).toMatchObject({ typed: number("8"), stored: number("720"), revision: 3 });
    expect(through(sending, { type: "unreachable" }, { type: "retried" }).phase.at).toBe("waiting");
    const locked = { type: "refused", problem: { key: "locked" }, again: false } as const;
    expect(through(sending, locked, { type: "retried" }).phase.at).toBe("refused");
    expect(through(sending, locked, { type: "discarded" })).toMatchObject({
      phase: { at: "rest" },
      typed: number("720"),
    });
  });

  it("lets a person choose between two values", () => {
    const present = { value: { kind: "number", number: "800" }, revision: 7, savedAt: cell.savedAt } as const;
    const overtaken = through(stored, typed("8"), { type: "left" }, { type: "sent" }, { type: "overtaken", present });
    expect(overtaken.typed).toEqual(number("8"));
    expect(through(overtaken, { type: "keptMine" })).toMatchObject({
      phase: { at: "waiting" },
      revision: 7,
      typed: number("8"),
      stored: number("800"),
    });
    expect(through(overtaken, { type: "tookTheirs" })).toMatchObject({
      phase: { at: "rest" },
      revision: 7,
      typed: number("800"),
    });
    const cleared = through(overtaken, { type: "overtaken", present: null }, { type: "keptMine" });
    expect(cleared).toMatchObject({ phase: { at: "waiting" }, revision: 0 });
  });

  it("goes back to what the hand left last, wherever that is by now", () => {
    const escaped: CellEvent = { type: "escaped" };
    expect(through(stored, typed("9"), escaped)).toEqual(stored);
    const waiting = through(stored, typed("12"), { type: "left" });
    const sending = through(waiting, { type: "sent" });
    expect(through(sending, typed("3"), escaped)).toEqual(sending);
    expect(through(sending, typed("3"), escaped, acknowledged)).toMatchObject({
      phase: { at: "rest" },
      typed: number("12"),
    });
    expect(through(sending, typed("3"), acknowledged, escaped)).toMatchObject({
      phase: { at: "rest" },
      typed: number("12"),
    });
    for (const unsent of [waiting, through(sending, { type: "unreachable" })])
      expect(through(unsent, typed("3"), escaped)).toMatchObject({ phase: { at: "waiting" }, typed: number("12") });
    const cut = through(sending, typed("3"), { type: "unreachable" });
    expect(cut.phase.at).toBe("typing");
    expect(through(cut, escaped)).toMatchObject({ phase: { at: "waiting" }, typed: number("12") });
    const twice = through(sending, typed("13"), { type: "left" }, typed("3"));
    expect(through(twice, escaped, acknowledged)).toMatchObject({ phase: { at: "waiting" }, typed: number("13") });
  });

  it("goes back to what is stored from what never can be", () => {
    const escaped: CellEvent = { type: "escaped" };
    const faulty = through(stored, typed("3-4"), { type: "left" });
    expect(through(faulty, typed("3-"), escaped)).toEqual(stored);
    const refused = through(
      stored,
      typed("8"),
      { type: "left" },
      { type: "sent" },
      {
        type: "refused",
        problem: { key: "locked" },
        again: false,
      },
    );
    expect(through(refused, escaped)).toEqual(stored);
    expect(through(refused, typed("9"), escaped)).toEqual(stored);
  });

  it("takes up what an earlier visit left", () => {
    const restored = through(stored, { type: "restored", entered: number("9"), expectedRevision: 2 });
    expect(restored).toMatchObject({ phase: { at: "waiting" }, typed: number("9"), revision: 2 });
  });

  it("never loses the last text that was typed, whatever the server says", () => {
    const server = fc.constantFrom<CellEvent>(
      { type: "sent" },
      { type: "left" },
      { type: "unreachable" },
      { type: "retried" },
      acknowledged,
      { type: "rejected", problems: [{ field: "number", key: "valueNegative" }] },
      { type: "refused", problem: { key: "signedOut" }, again: true },
      { type: "overtaken", present: null },
      { type: "keptMine" },
    );
    fc.assert(
      fc.property(fc.array(server), fc.integer({ min: 1, max: 9999 }), fc.array(server), (before, value, later) => {
        const now = through(stored, ...before, typed(String(value)), ...later);
        expect(now.typed).toEqual(number(String(value)));
      }),
    );
  });
});

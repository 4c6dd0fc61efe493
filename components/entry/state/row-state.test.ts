import { describe, expect, it } from "vitest";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { type CellEvent, cellAtRest, nextCell } from "./cell-state";
import { needsAttention, rowFacts } from "./row-facts";
import { rowState } from "./row-state";

const rules = {
  type: "number",
  direction: "increase",
  accumulation: "perPeriod",
  aggregation: "sum",
  aggregationStep: null,
  countsPersons: true,
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: "persons",
} as const;
const savedAt = "2017-04-10T07:02:00.000Z";
const cell = (number: string) => ({ value: { kind: "number", number } as const, revision: 1, savedAt });
const dimensions = [
  {
    code: "sex",
    name: "Sex",
    open: false,
    categories: [
      { code: "female", name: "Female" },
      { code: "male", name: "Male" },
    ],
  },
];
type Indicator = Pick<
  EntryIndicator,
  "rules" | "abilities" | "tables" | "earlier" | "explained" | "query" | "accepted" | "cells"
>;
const may = (enterValue: boolean) => ({
  enterValue,
  addComment: false,
  addEvidence: false,
  removeEvidence: false,
  replyToQuery: false,
});
const indicator = (cells: Indicator["cells"], more: Partial<Indicator> = {}): Indicator => ({
  rules,
  abilities: may(true),
  tables: [{ code: "sex", dimensions: ["sex"] }],
  earlier: [],
  explained: { total: false, values: false },
  query: null,
  accepted: null,
  cells,
  ...more,
});
function row(of: Indicator, events: Record<string, CellEvent[]> = {}, mayEnter = true) {
  const keys = [...new Set([...Object.keys(of.cells), ...Object.keys(events)])];
  const cells = Object.fromEntries(
    keys.map((key) => [
      key,
      (events[key] ?? []).reduce((now, event) => nextCell(now, event, rules), cellAtRest(rules, of.cells[key])),
    ]),
  );
  const facts = rowFacts(of, dimensions, cells);
  return { facts, state: rowState(cells, facts, mayEnter) };
}
const type = (number: string): CellEvent => ({ type: "typed", entered: { kind: "number", number, missingReason: "" } });
const earlier = [{ period: "2015", version: 1, value: { kind: "number", number: "100" } as const, comparable: true }];
const query = {
  submission: 1,
  query: "?",
  at: savedAt,
  by: "x",
  reply: "",
  repliedAt: null,
  told: [],
  changedSince: false,
};

describe("the state of a row", () => {
  it("says what is stored", () => {
    expect(row(indicator({})).state).toEqual({ name: "notAnswered" });
    expect(row(indicator({ total: cell("4") })).state).toEqual({ name: "saved", at: savedAt });
    expect(row(indicator({}), {}, false).state).toEqual({ name: "locked" });
  });

  it("says that it was accepted until a value is changed, or cleared", () => {
    const parts = { total: cell("402"), "sex=female": cell("265") };
    const accepted = indicator(parts, { accepted: savedAt });
    const stored: CellEvent[] = [{ type: "left" }, { type: "sent" }, { type: "acknowledged", revision: 2, savedAt }];
    expect(row(accepted).state).toEqual({ name: "accepted", at: savedAt });
    expect(row(accepted, { "sex=female": [type("264"), ...stored] }).state.name).toBe("saved");
    expect(row(accepted, { "sex=female": [type(""), ...stored] }).state.name).toBe("saved");
  });

  it("warns of parts as they are typed, before anything is sent", () => {
    const parts = { total: cell("402"), "sex=female": cell("265"), "sex=male": cell("137") };
    expect(row(indicator(parts)).facts.warnings).toEqual([]);
    const { facts, state } = row(indicator(parts), { "sex=male": [type("126")] });
    expect(facts.warnings).toMatchObject([{ code: "partsDiffer", difference: { from: "11" } }]);
    expect(facts.commentMissing).toBe(true);
    expect(needsAttention(facts)).toBe(true);
    expect(state).toEqual({ name: "typing" });
  });

  it("says of a reason beside parts that the total is missing, not that a sum differs", () => {
    const reason = { kind: "missing", reason: "notYetAvailable" } as const;
    const parts = { total: { ...cell("0"), value: reason }, "sex=female": cell("265"), "sex=male": cell("126") };
    expect(row(indicator(parts)).state).toMatchObject({ name: "warned", about: "reason" });
  });

  it("asks for a comment again as soon as the value that it explained is another", () => {
    const earlier = [{ period: "2016", value: cell("100").value, version: 1, comparable: true }];
    const parts = { "sex=female": cell("300"), "sex=male": cell("102") };
    const said = { earlier, explained: { total: true, values: true } };
    const jumped = indicator({ total: cell("402"), ...parts }, said);
    expect(row(jumped).facts).toMatchObject({ warnings: [{ code: "bigChange" }], commentMissing: false });
    expect(row(jumped, { total: [type("403")] }).facts.commentMissing).toBe(true);
    const stored: CellEvent[] = [{ type: "left" }, { type: "sent" }, { type: "acknowledged", revision: 2, savedAt }];
    expect(row(jumped, { total: [type("403"), ...stored] }).facts.commentMissing).toBe(true);
    // Other parts leave the total as it was explained, and are asked about on their own.
    const { facts } = row(jumped, { "sex=male": [type("90")] });
    expect(facts.explained).toEqual({ total: true, values: false });
    expect([facts.warnings.length, facts.commentMissing]).toEqual([2, true]);
  });

  it("asks for no other comment once what was explained is confirmed, and for one after another value and back", () => {
    const earlier = [{ period: "2016", value: cell("100").value, version: 1, comparable: true }];
    const said = { earlier, explained: { total: true, values: true } };
    const carried = indicator({ total: { ...cell("402"), carried: true } }, said);
    const learned = (revision: number): CellEvent => {
      const at = "2017-04-10T07:03:00.000Z";
      return { type: "learned", present: { ...cell("402"), revision, savedAt: at }, at };
    };
    expect(row(carried, { total: [learned(2)] }).facts).toMatchObject({
      warnings: [{ code: "bigChange" }],
      explained: said.explained,
      commentMissing: false,
      carried: 0,
    });
    expect(row(carried, { total: [learned(3)] }).facts.commentMissing).toBe(true);
  });

  it("puts trouble before everything else", () => {
    const stored = indicator({ total: cell("4") });
    const left: CellEvent[] = [type("5"), { type: "left" }];
    expect(row(stored, { total: left }).state.name).toBe("saving");
    expect(row(stored, { total: [...left, { type: "sent" }, { type: "unreachable" }] }).state.name).toBe("queued");
    expect(row(stored, { total: [type("x"), { type: "left" }], "sex=male": left }).state.name).toBe("notSaved");
    const overtaken: CellEvent[] = [...left, { type: "sent" }, { type: "overtaken", present: null }];
    expect(row(stored, { total: overtaken, "sex=male": [type("x"), { type: "left" }] }).state.name).toBe("overtaken");
  });

  it("asks for a reply until a value was changed", () => {
    const queried = indicator({ total: cell("4") }, { query: { ...query, isOpen: true } });
    expect(row(queried).state.name).toBe("queried");
    const changed: CellEvent[] = [
      type("5"),
      { type: "left" },
      { type: "sent" },
      { type: "acknowledged", revision: 2, savedAt },
    ];
    expect(row(queried, { total: changed }).state).toEqual({ name: "saved", at: savedAt });
  });

  it("counts an answer once the server has it", () => {
    const { facts } = row(indicator({}), { total: [type("4"), { type: "left" }] });
    expect(facts.isAnswered).toBe(false);
  });

  it("tells a large change from parts", () => {
    const earlier = [
      { period: "2015", value: { kind: "number", number: "100" } as const, version: 1, comparable: true },
    ];
    expect(row(indicator({ total: cell("40") }, { earlier })).state).toEqual({
      name: "warned",
      about: "change",
      at: savedAt,
    });
  });

  it("warns of the value that is shown, never of a stored one beside another text", () => {
    const earlier = [{ period: "2016", value: cell("100").value, version: 1, comparable: true }];
    const jumped = indicator({ total: cell("402") }, { earlier });
    const left = (text: string): CellEvent[] => [type(text), { type: "left" }];
    expect(row(jumped).facts.warnings).toMatchObject([{ code: "bigChange" }]);
    expect(row(jumped, { total: left("4 or 5") }).facts.warnings).toEqual([]);
    const locked: CellEvent = { type: "refused", problem: { key: "locked" }, again: false };
    const refused = [...left("110"), { type: "sent" } as const, locked];
    expect(row(jumped, { total: refused }).facts.warnings).toEqual([]);
    // Without a field the row shows what is stored, and the refused value as such.
    const shut = { ...jumped, abilities: may(false) };
    expect(row(shut, { total: refused }).facts.warnings).toMatchObject([{ code: "bigChange" }]);
  });
});

describe("what bars and lists count", () => {
  const counted = (facts: { isAnswered: boolean; isWarned: boolean }) => [facts.isAnswered, facts.isWarned];
  const warned = indicator({ total: cell("1000") }, { earlier });

  it("is what the server has, whatever is typed over it or was refused", () => {
    expect(counted(row(warned).facts)).toEqual([true, true]);
    for (const text of ["many", "101", ""])
      expect(counted(row(warned, { total: [type(text)] }).facts)).toEqual([true, true]);
    const near = indicator({ total: cell("101") }, { earlier });
    const typed = row(near, { total: [type("1000")] }).facts;
    expect([counted(typed), typed.warnings]).toMatchObject([[true, false], [{ code: "bigChange" }]]);
  });

  it("is, while a person chooses, what somebody else stored", () => {
    const overtaken: CellEvent = { type: "overtaken", present: cell("1000") };
    const blank = indicator({}, { earlier });
    expect(counted(row(blank, { total: [type("101"), { type: "left" }, { type: "sent" }, overtaken] }).facts)).toEqual([
      true,
      true,
    ]);
    const cleared: CellEvent = { type: "overtaken", present: null };
    expect(counted(row(warned, { total: [type("101"), { type: "left" }, { type: "sent" }, cleared] }).facts)).toEqual([
      false,
      false,
    ]);
  });
});

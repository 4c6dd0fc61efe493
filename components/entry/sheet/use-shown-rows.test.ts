import { expect, it } from "vitest";
import { type CellEvent, cellAtRest, nextCell } from "@/components/entry/state/cell-state";
import { rowFacts } from "@/components/entry/state/row-facts";
import { rowChoices } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { CellView } from "@/lib/views/report-view";
import { fits } from "./use-shown-rows";

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
const [before, submitted, after] = ["2017-04-10T07:00:00.000Z", "2017-04-11T07:00:00.000Z", "2017-04-12T07:00:00.000Z"];
const stored = (number: string, savedAt = before, more: Partial<CellView> = {}): CellView => ({
  value: { kind: "number", number },
  revision: 1,
  savedAt,
  ...more,
});
const query = {
  submission: 1,
  query: "Made up: why?",
  at: submitted,
  by: "x",
  reply: "",
  repliedAt: null,
  told: [],
  changedSince: false,
  isOpen: true,
};
const typed = (number: string): CellEvent[] => [
  { type: "typed", entered: { kind: "number", number, missingReason: "" } },
  { type: "left" },
];
const saved: CellEvent[] = [{ type: "sent" }, { type: "acknowledged", revision: 2, savedAt: after }];
const times = (number: string) => ({ period: "2015", version: 1, value: stored(number).value, comparable: true });

/** The choices, besides all rows, that a row is among. */
function choicesOf(
  more: Partial<EntryIndicator>,
  events: readonly CellEvent[] = [],
  submittedAt: string | null = submitted,
): string {
  const indicator = {
    rules,
    abilities: { enterValue: true },
    tables: [{ code: "sex", dimensions: ["sex"] }],
    earlier: [],
    explained: { total: false, values: false },
    query: null,
    accepted: null,
    cells: {},
    isMine: false,
    ...more,
  } as unknown as EntryIndicator;
  const cells = Object.fromEntries(
    Object.keys({ total: 0, ...indicator.cells }).map((cell) => [cell, cellAtRest(rules, indicator.cells[cell])]),
  );
  cells.total = events.reduce((now, event) => nextCell(now, event, rules), cells.total!);
  const categories = ["female", "male"].map((code) => ({ code, name: code }));
  const facts = rowFacts(indicator, [{ code: "sex", name: "Sex", open: false, categories }], cells);
  expect(fits.all(indicator, facts, submittedAt)).toBe(true);
  return rowChoices.filter((choice) => choice !== "all" && fits[choice](indicator, facts, submittedAt)).join(" ");
}

it("shows by each choice the rows that are meant", () => {
  const of = choicesOf;
  expect({
    blank: of({}),
    "answered before the submission": of({ cells: { total: stored("4") } }),
    "with a reason why there is no value": of({
      cells: { total: { ...stored("4"), value: { kind: "missing", reason: "notCollected" } } as CellView },
    }),
    "typed, and not at the server yet": of({}, typed("4")),
    "that can't be read": of({}, typed("many")),
    "left without a line": of({ cells: { total: stored("4") } }, [
      ...typed("5"),
      { type: "sent" },
      { type: "unreachable" },
    ]),

    "changed since the submission": of({ cells: { total: stored("4", after) } }),
    "changed just now": of({ cells: { total: stored("4") } }, [...typed("5"), ...saved]),
    "a part changed since": of({ cells: { total: stored("4"), "sex=male": stored("4", after) } }),
    "of a report that was never submitted": of({ cells: { total: stored("4", after) } }, [], null),
    "at the very moment of the submission": of({ cells: { total: stored("4", submitted) } }),

    "a large change": of({ cells: { total: stored("400") }, earlier: [times("100")] }),
    "a large change that a comment explains": of({
      cells: { total: stored("400") },
      earlier: [times("100")],
      explained: { total: true, values: true },
    }),
    "parts that differ from their total": of({
      cells: { total: stored("4"), "sex=female": stored("1"), "sex=male": stored("2") },
    }),
    "parts that aren't all there, which is only noted": of({
      cells: { total: stored("4"), "sex=female": stored("1") },
    }),

    "with a query": of({ cells: { total: stored("4") }, query }),
    "with a query that got its reply": of({ cells: { total: stored("4") }, query: { ...query, isOpen: false } }),
    "with a query, and changed for it": of({ cells: { total: stored("4") }, query }, [...typed("5"), ...saved]),

    "carried over": of({ cells: { total: stored("4", before, { carried: true }) } }),
    mine: of({ cells: { total: stored("4") }, isMine: true }),
    "mine, and blank": of({ isMine: true }),
  }).toEqual({
    blank: "open",
    "answered before the submission": "",
    "with a reason why there is no value": "",
    "typed, and not at the server yet": "open",
    "that can't be read": "open attention",
    "left without a line": "attention",

    "changed since the submission": "changed",
    "changed just now": "changed",
    "a part changed since": "changed",
    "of a report that was never submitted": "",
    "at the very moment of the submission": "",

    "a large change": "warnings attention",
    "a large change that a comment explains": "warnings attention",
    "parts that differ from their total": "warnings attention",
    "parts that aren't all there, which is only noted": "",

    "with a query": "attention query",
    "with a query that got its reply": "query",
    "with a query, and changed for it": "changed query",

    "carried over": "attention carried",
    mine: "mine",
    "mine, and blank": "open mine",
  });
});

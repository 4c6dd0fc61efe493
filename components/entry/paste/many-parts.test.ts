import { expect, it } from "vitest";
import { CellSaver } from "@/components/entry/state/cell-saver";
import type { CellEvent } from "@/components/entry/state/cell-state";
import { EntryStore } from "@/components/entry/state/entry-store";
import type { UnsentCell } from "@/components/entry/state/unsent-cells";
import { ChangeLog } from "@/components/entry/undo/change-log";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { planParts } from "./plan-parts";

const code = "G7.1-a";
const rules = {
  type: "number",
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: "persons",
} as const;
const number = (text: string): EnteredValue => ({ kind: "number", number: text, missingReason: "" });

/** What is due within this turn is done. */
const soon = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

it("stores five hundred parts by one request, and takes them back by one undo and one request", async () => {
  const store = new EntryStore({ [code]: {} }, { [code]: rules }, new Set([code]));
  const log = new ChangeLog({ store, keep: () => {}, saveElsewhere: () => false });
  const one: UnsentCell[] = [];
  const many: { cells: readonly UnsentCell[]; answer: (events: CellEvent[]) => void }[] = [];
  new CellSaver({
    store,
    memory: null,
    owner: { userId: 7, plan: "spaiv", unit: "THA", period: "2017" },
    send: (cell) => {
      one.push(cell);
      return new Promise(() => {});
    },
    sendMany: (cells) => new Promise((answer) => many.push({ cells, answer })),
  });
  const answerAll = async (savedAt: string | null) => {
    const { cells, answer } = many.at(-1)!;
    answer(
      cells.map(({ expectedRevision }) => ({ type: "acknowledged", revision: (expectedRevision ?? 0) + 1, savedAt })),
    );
    await soon();
  };
  // As many as a table of a hundred nationalities, and five ages of each, has.
  const grid = Array.from({ length: 100 }, (_, row) =>
    Array.from({ length: 5 }, (_, column) => ({ cell: `nationality=n${row},age=a${column}` })),
  );
  const lines = grid.map((cells, row) => cells.map((_, column) => String(row * 5 + column + 1)));
  const { filled, not } = planParts(lines, grid, [0, 0], code);
  expect([filled.length, not]).toEqual([500, []]);
  const at = ({ cell: { cell } }: (typeof filled)[number]) => ({ indicator: code, cell });
  const held = () => filled.map((each) => store.cellAt(at(each)));
  log.asOne(() => {
    for (const each of filled) store.dispatch(at(each), { type: "typed", entered: number(each.text) });
    for (const each of filled) store.dispatch(at(each), { type: "left" });
  }, 1);
  await soon();
  expect([one.length, many.map(({ cells }) => cells.length)]).toEqual([0, [500]]);
  expect(many[0]!.cells[499]).toMatchObject({ cell: "nationality=n99,age=a4", entered: number("500") });
  await answerAll("2018-05-21T09:20:00.000Z");
  expect(held().every(({ phase, revision }) => phase.at === "rest" && revision === 1)).toBe(true);
  expect(log.now().past).toHaveLength(1);

  expect(log.undo()).toMatchObject({ kept: [], paste: 1 });
  await soon();
  expect([one.length, many.map(({ cells }) => cells.length)]).toEqual([0, [500, 500]]);
  await answerAll(null);
  expect(held().every(({ phase, stored }) => phase.at === "rest" && stored.kind === "number" && !stored.number)).toBe(
    true,
  );
  expect(log.undo()).toBeNull();
});

import { expect, it } from "vitest";
import type { CellEvent } from "@/components/entry/state/cell-state";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { Undone } from "./change-log";
import { UnansweredUndos } from "./unanswered-undos";

const number = (text: string): EnteredValue => ({ kind: "number", number: text, missingReason: "" });
const place = (indicator: string) => ({ indicator, cell: "total" });
const undone = (...cells: [string, string, string][]): Undone => ({
  way: "undo",
  cells: cells.map(([code, from, to]) => ({ place: place(code), from: number(from), to: number(to) })),
  kept: [],
});
const save = (code: string, text: string) => ({ ...place(code), expectedRevision: 2, entered: number(text) });
const stored: CellEvent = { type: "acknowledged", revision: 3, savedAt: null };
const always = () => true;

it("tells nothing of an undo before the server has answered for all of it", () => {
  const undos = new UnansweredUndos();
  const both = undone(["A", "125", "12"], ["B", "7", ""]);
  expect(undos.begin(both, always)).toBeNull();
  expect(undos.answer(save("A", "12"), stored, true)).toEqual([]);
  expect(undos.answer(save("B", ""), { type: "unreachable" }, false)).toEqual([]);
  expect(undos.answer(save("B", ""), stored, true)).toEqual([both]);
});

it("never calls undone what somebody else's value stands in, or what was refused", () => {
  const undos = new UnansweredUndos();
  undos.begin(undone(["A", "125", "12"], ["B", "7", "6"], ["C", "2", "1"]), always);
  undos.answer(save("A", "12"), { type: "overtaken", present: null }, false);
  undos.answer(save("B", "6"), { type: "refused", problem: { key: "locked" }, again: false }, false);
  const [end] = undos.answer(save("C", "1"), stored, true);
  expect(end?.cells.map(({ place: { indicator } }) => indicator)).toEqual(["C"]);
  expect(end?.kept).toMatchObject([
    { place: place("A"), because: "overtaken" },
    { place: place("B"), because: "refused" },
  ]);
});

it("waits for its own value, and forgets a cell that another one was put in", () => {
  const undos = new UnansweredUndos();
  const first = undone(["A", "125", "12"]);
  const second = undone(["A", "12", ""]);
  undos.begin(first, always);
  undos.begin(second, always);
  expect(undos.answer(save("A", "125"), stored, false)).toEqual([]);
  expect(undos.answer(save("A", "12"), stored, false)).toEqual([first]);
  expect(undos.answer(save("A", "99"), stored, true)).toEqual([{ ...second, cells: [] }]);
});

it("tells at once of what nothing was sent for", () => {
  const one = undone(["A", "many", "12"]);
  expect(new UnansweredUndos().begin(one, () => false)).toBe(one);
});

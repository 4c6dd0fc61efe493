import { describe, expect, it } from "vitest";
import type { TableBlock } from "../document";
import { sampleDocument } from "../testing/sample-document";
import { columnWidths } from "./column-widths";

const table = (columns: { name: string; width: number }[], cells: string[]): TableBlock => ({
  kind: "table",
  id: "t",
  caption: "",
  note: null,
  look: "plain",
  columns: columns.map((column) => ({ ...column, align: "start" })),
  rows: [{ kind: "cells", cells: cells.map((text) => ({ text })) }],
});
const widths = (block: TableBlock) => columnWidths(block, sampleDocument.words, 9_000);

describe("widths of columns", () => {
  it("are their shares where words have room", () => {
    expect(
      widths(
        table(
          [
            { name: "a", width: 2 },
            { name: "b", width: 1 },
          ],
          ["x", "y"],
        ),
      ),
    ).toEqual([6_000, 3_000]);
  });

  it("give a column the room of its longest word, from those that have some to spare", () => {
    const [first, second, third] = widths(
      table(
        [
          { name: "a", width: 20 },
          { name: "b", width: 1 },
          { name: "c", width: 8 },
        ],
        ["x", "incomprehensible", "y"],
      ),
    );
    expect(second).toBeGreaterThan(1_600);
    expect(first! + second! + third!).toBe(9_000);
    expect(first! / third!).toBeGreaterThan(2);
  });

  it("share the page where nothing fits", () => {
    const long = "a".repeat(200);
    const found = widths(
      table(
        [
          { name: long, width: 1 },
          { name: long, width: 9 },
        ],
        [long, long],
      ),
    );
    expect(found).toEqual([4_500, 4_500]);
  });

  it("don't count a text without spaces as one word", () => {
    const found = widths(
      table(
        [
          { name: "a", width: 9 },
          { name: "b", width: 1 },
        ],
        ["x", "ผู้เสียหายได้รับการคัดแยกและส่งต่อผ่านกลไกการส่งต่อ"],
      ),
    );
    expect(found[1]).toBeLessThan(1_200);
  });
});

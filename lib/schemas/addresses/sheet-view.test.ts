import { describe, expect, it } from "vitest";
import { queryOfSheet, type SheetView, sheetViewOf, wholeSheet } from "./sheet-view";

const goals = ["G1", "G2"];
const read = (query: string) => sheetViewOf(new URLSearchParams(query), goals);

describe("the sheet's part of an address", () => {
  it("comes back as it was written, and says nothing of what is usual", () => {
    expect(queryOfSheet(wholeSheet, new URLSearchParams()).toString()).toBe("");
    const view: SheetView = {
      find: "เหยื่อ",
      show: "open",
      goal: "G2",
      columns: ["state", "who"],
      rows: "comfortable",
      folded: ["G1"],
    };
    expect(sheetViewOf(queryOfSheet(view, new URLSearchParams()), goals)).toEqual(view);
    const bare = { ...wholeSheet, columns: [] };
    expect(sheetViewOf(queryOfSheet(bare, new URLSearchParams()), goals)).toEqual(bare);
  });

  it("takes nothing that it can't mean, and leaves what belongs to others", () => {
    expect(read("show=everything&goal=G9&columns=secrets&rows=tiny&folded=G9.G1")).toEqual({
      ...wholeSheet,
      columns: [],
      folded: ["G1"],
    });
    expect(read(`find=${"a".repeat(500)}`).find).toHaveLength(100);
    expect(queryOfSheet(wholeSheet, new URLSearchParams("other=1&goal=G1&indicator=G1-a")).toString()).toBe("other=1");
  });
});

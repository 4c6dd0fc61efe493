import { describe, expect, it } from "vitest";
import { flag, list, oneOf, optional, recordOf, shape, text, whole } from "./kept";
import { keptCell, keptChanges, notPastedList } from "./tab-memory";

const row = shape({ code: text, at: whole, isNew: flag, way: optional(oneOf("up", "down")) });

describe("what a browser kept", () => {
  it("is read as what it is, without what it has beside", () => {
    expect(row({ code: "G1-a", at: 2, isNew: true, more: 1 })).toEqual({ code: "G1-a", at: 2, isNew: true });
    expect(list(row)([])).toEqual([]);
    expect(recordOf(whole)({ "G1-a total": 3 })).toEqual({ "G1-a total": 3 });
  });

  it.each([
    null,
    [],
    "G1-a",
    {},
    { code: "G1-a", at: "2", isNew: true },
    { code: "G1-a", at: -1, isNew: true },
    { code: "G1-a", at: 0.5, isNew: true },
    { code: "G1-a", at: 2, isNew: 1 },
    { code: "G1-a", at: 2, isNew: true, way: "left" },
    { code: "G1-a", at: 2, isNew: true, way: null },
  ])("isn't read from %j", (kept) => {
    expect(() => row(kept)).toThrow(TypeError);
  });
});

describe("what is kept of a report", () => {
  const place = { indicator: "G5.1-a", cell: "sex=female" };
  const entered = { kind: "number", number: "3", missingReason: "" };

  it("is what was put there", () => {
    const refused = { key: "valueTooLong", args: { limit: 200, at: "G5" } };
    expect(keptCell({ ...place, expectedRevision: 0, entered, refused })).toEqual({
      ...place,
      expectedRevision: 0,
      entered,
      refused,
    });
    const change = { ...place, before: entered, after: entered, isStorable: true, paste: 1 };
    const changes = { stack: { past: [[change]], future: [] }, revisions: { "G5.1-a sex=female": 4 } };
    expect(keptChanges(changes)).toEqual(changes);
    const line = { line: 2, text: "x", code: null, because: "problem", problem: { key: "valueStep" } };
    const listed = [{ ...line, id: 1, paste: 1, isUndone: false }];
    expect(notPastedList(listed)).toEqual(listed);
  });

  it("isn't read where a cell has no such key or kind", () => {
    expect(() => keptCell({ ...place, cell: "sex", expectedRevision: 0, entered })).toThrow(TypeError);
    expect(() => keptCell({ ...place, expectedRevision: 0, entered: { ...entered, kind: "sum" } })).toThrow(TypeError);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { packRows, unpackRows } from "./rows";

const sent = <Row extends object>(rows: readonly Row[]) => JSON.parse(JSON.stringify(packRows(rows)));

it("sends what most rows say once", () => {
  const may = { enter: true, comment: true };
  const rows = [
    { code: "G1-a", may, note: "" },
    { code: "G1-b", may: { enter: false, comment: true }, note: "" },
    { code: "G1-c", may: { ...may }, note: "All." },
  ];
  expect(packRows(rows)).toEqual({
    common: { may, note: "" },
    rows: [{ code: "G1-a" }, { code: "G1-b", may: { enter: false, comment: true } }, { code: "G1-c", note: "All." }],
  });
  expect(unpackRows(sent(rows))).toEqual(rows);
  expect(unpackRows(packRows([]))).toEqual([]);
});

it("gives back any rows, those that lack something too", () => {
  const value = fc.oneof(fc.constantFrom(null, "", 0, true), fc.array(fc.nat(2), { maxLength: 2 }));
  const row = fc.record({ code: fc.string(), may: value, note: value, from: value }, { requiredKeys: ["code", "may"] });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(unpackRows(sent(rows))).toEqual(rows);
    }),
  );
});

import { expect, it } from "vitest";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import { goalColumns } from "./columns";
import type { ReportFileRow } from "./report-file";
import { validationsOf } from "./validations";

const rules = (more: Partial<ValueRules>): ValueRules => ({
  type: "number",
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: null,
  ...more,
});
const row = (given: Partial<ValueRules>, mayEnter = true): ReportFileRow => ({
  indicator: "G1.1-a",
  cell: "total",
  revision: 0,
  rules: rules(given),
  steps: [],
  note: "",
  mayEnter,
  shown: {},
  fields: {},
});
const share = { type: "percentage", lowest: null } as const;
const words = { yes: "Yes", no: "No", reasons: [], notAllowed: "No", choose: "Choose" };
const places = { yesNo: "", reasons: "", steps: new Map() };

/** By range, where the first row of the report is the tenth. */
const formulasOf = (...rows: ReportFileRow[]) =>
  Object.fromEntries(
    validationsOf({ name: "", title: "", heads: {}, columns: goalColumns, rows }, words, places, 9).map(
      ({ range, formula1, allowBlank }) => [range, `${formula1}${allowBlank ? "" : " also where it is blank"}`],
    ),
  );

it("keeps numbers within their limits", () => {
  expect(formulasOf(row({ decimals: 2, lowest: "-1.5", highest: "7" }))).toEqual({
    H10: "IF(ISNUMBER(H10),IF(ROUND(H10,2)=H10,IF(H10>=-1.5,H10<=7,FALSE),FALSE),FALSE)",
  });
});

it("asks the same of rows that have the same limits, about the first of them", () => {
  const count = 'OR(LEFT(H10,1)="<",IF(ISNUMBER(H10),IF(ROUND(H10,0)=H10,H10>=0,FALSE),FALSE))';
  const up = 'OR(LEFT(H12,1)="<",IF(ISNUMBER(H12),ROUND(H12,0)=H12,FALSE))';
  expect(formulasOf(row({}), row({}), row({ lowest: null }), row({}, false), row({}))).toEqual({
    "H10:H11 H14": count,
    H12: up,
  });
});

it("takes no part of a share that is larger than the whole, at either of them", () => {
  const isCount = (cell: string) =>
    `OR(LEFT(${cell},1)="<",IF(ISNUMBER(${cell}),IF(ROUND(${cell},0)=${cell},${cell}>=0,FALSE),FALSE))`;
  const isShare = (cell: string) =>
    `OR(${cell}="",IF(${isCount(cell)},IF(AND(ISNUMBER(I10),ISNUMBER(J10)),I10<=J10,TRUE),FALSE)) also where it is blank`;
  expect(formulasOf(row(share), row(share), row({ ...share, mayExceedHundred: true }))).toEqual({
    "I10:I11": isShare("I10"),
    "J10:J11": isShare("J10"),
    I12: isCount("I12"),
    J12: isCount("J12"),
  });
});

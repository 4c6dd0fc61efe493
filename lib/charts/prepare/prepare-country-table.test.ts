import { describe, expect, it } from "vitest";
import { wording } from "@/lib/charts/wording.testing";
import type { CountryRow } from "@/lib/views/country-view";
import type { PublicValue } from "@/lib/views/public-value";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import { letterOf, type ShownStatus } from "@/lib/views/shown-status";
import { prepareCountryTable, statusesOfLetters } from "./prepare-country-table";

const words = {
  ...wording,
  unit: (unit: string) => `[${unit}]`,
  missing: (reason: string) => `no value: ${reason}`,
  targetBy: (target: string, by: ResultsPeriod) => `${target} by ${by.code}`,
};

function rowOf(change: {
  value?: PublicValue;
  status?: ShownStatus;
  before?: ShownStatus | null;
  isRedefined?: boolean;
  row?: Partial<CountryRow["row"]>;
  target?: CountryRow["target"];
}) {
  const value = change.value ?? { state: "shown", value: { kind: "number", number: "1127" } };
  const isRedefined = change.isRedefined ?? false;
  const cell = { value, status: change.status ?? "onTrack", before: change.before ?? null, isRedefined };
  const row: CountryRow["row"] = {
    code: "G5.1-a",
    title: "Victims",
    goal: "G5",
    outcome: "G5.1",
    type: "number",
    decimals: 0,
    unit: "persons",
    direction: "increase",
    steps: ["none", "drafted"],
    countries: [cell],
    region: null,
    ...change.row,
  };
  const goal = { code: "G5", title: "Identified", pillar: "P3" };
  const goals = [{ goal, rows: [{ row, cell, target: change.target ?? null }] }];
  const previous = change.before === undefined ? null : period;
  return prepareCountryTable({ goals, previous }, words)[0]?.rows[0];
}
const period = {
  code: "2015",
  startsOn: "2015-01-01",
  endsOn: "2015-12-31",
  frequency: "annual" as const,
  hasResults: true,
} satisfies ResultsPeriod;

describe("country table", () => {
  it("writes value and target in the indicator's scale", () => {
    const target = { value: { kind: "number", number: "1500" }, by: null } as const;
    expect(rowOf({ target })?.slice(2, 5)).toEqual(["[persons]", "1,127", "1,500"]);
    const step = { state: "shown", value: { kind: "step", step: 1 } } as const;
    expect(rowOf({ value: step, row: { type: "milestone", unit: null } })?.slice(2, 5)).toEqual(["", "drafted", ""]);
  });

  it("says by when, where the target isn't the period's own", () => {
    const target = { value: { kind: "yesNo", yes: true }, by: { ...period, code: "2018" } } as const;
    expect(rowOf({ target, row: { type: "yesNo", unit: null } })?.[4]).toBe("Yes by 2018");
  });

  it.each<[PublicValue, string]>([
    [{ state: "shown", value: { kind: "number", number: "0" } }, "0"],
    [{ state: "small", below: 5 }, "<5"],
    [{ state: "suppressed" }, "suppressed"],
    [{ state: "missing", reason: "confidential" }, "no value: confidential"],
    [{ state: "missing", reason: null }, "no value"],
    [{ state: "missing", reason: "noApprovedReport" }, "no approved report"],
  ])("never takes one mark for another: %j", (value, text) => {
    expect(rowOf({ value })?.[3]).toBe(text);
  });

  it("marks a status under a definition that can't be compared with the one before", () => {
    const letters = (isRedefined: boolean) => rowOf({ status: "missed", before: "onTrack", isRedefined })?.[5] ?? "";
    expect(statusesOfLetters(letters(true))).toEqual({ statuses: ["onTrack", "missed"], isRedefined: true });
    expect(statusesOfLetters(letters(false))).toEqual({ statuses: ["onTrack", "missed"], isRedefined: false });
  });

  it("names the status before only where there is a period before", () => {
    expect(rowOf({ status: "missed" })?.[5]).toBe(letterOf("missed"));
    expect(rowOf({ status: "missed", before: null })?.[5]).toBe(letterOf("noValue") + letterOf("missed"));
    expect(rowOf({ status: "missed", before: "onTrack" })?.[5]).toBe(letterOf("onTrack") + letterOf("missed"));
  });
});

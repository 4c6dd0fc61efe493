import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FrameworkNode } from "@/lib/schemas/framework/framework";
import { FrameworkFault, readFramework } from "./read-framework";

const shipped = path.join(import.meta.dirname, "framework");

// A framework of one goal, small enough to break in one place at a time.
const dimensions = `dimensions:
  - code: sex
    name: Sex
    categories:
      - { code: female, name: Female, aliases: [Women, F] }
      - { code: male, name: Male, th: { name: ชาย } }
  - code: citizenship
    name: Citizenship
    open: true
    categories: [{ code: KHM, name: Cambodia }]
`;
const goal = `code: G1
pillar: P1
title: A goal
th: { title: เป้าหมาย }
outcomes:
  - code: G1.1
    title: An outcome
    outputs:
      - code: G1.1.1
        title: An output
        activities:
          - title: Draft
          - { title: Adopt, th: { title: รับรอง } }
        indicators:
          - code: G1.1.1-a
            title: Persons trained
            definition: Each person once.
            computation: Count.
            source: Register.
            responsible: Task force.
            frequency: annual
            level: country
            type: number
            countsPersons: true
            unit: persons
            decimals: 0
            lowest: 0
            direction: increase
            accumulation: perPeriod
            aggregation: sum
            tables: [sex]
            version: 2
            comparable: false
            th: { title: ผู้ผ่านการอบรม }
            earlier:
              - { version: 1, until: 2015-12-31, title: Persons invited }
            units:
              KHM: { baseline: 900719925474099312345, on: 2014-12-31, targets: [1, ~, 3, 4] }
              LAO: { targets: [~, ~, 3, 40], note: No register before 2016. }
          - code: G1.1.1-b
            title: Cost of a course
            definition: Spent.
            computation: Sum.
            source: Accounts.
            responsible: Task force.
            frequency: annual
            level: country
            type: number
            countsPersons: false
            unit: US dollars
            currency: USD
            decimals: 2
            lowest: 0
            direction: increase
            accumulation: cumulativeToDate
            aggregation: sum
            units:
              KHM: { targets: [10.50, 20.25, 20.25, 40] }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "framework-"));
  cpSync(path.join(shipped, "plan.yaml"), path.join(folder, "plan.yaml"));
  writeFileSync(path.join(folder, "dimensions.yaml"), dimensions);
  writeFileSync(path.join(folder, "g1.yaml"), goal);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The faults found after one replacement in a file. */
function faultsAfter(from: string, to: string, file = "g1.yaml"): string[] {
  const name = path.join(folder, file);
  const content = readFileSync(name, "utf8");
  expect(content).toContain(from);
  writeFileSync(name, content.replace(from, to));
  try {
    readFramework(folder);
  } catch (error) {
    if (error instanceof FrameworkFault) return error.faults;
    throw error;
  }
  return [];
}

const everyNode = (nodes: FrameworkNode[]): FrameworkNode[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);

describe("reading a framework", () => {
  it("keeps numbers as they are written, to the last digit", () => {
    const [first, second] = everyNode(readFramework(folder).pillars).flatMap(({ indicators }) => indicators);
    const path = first?.versions[1]?.paths[0];
    expect(path?.baseline?.value).toEqual({ kind: "number", number: "900719925474099312345" });
    expect(path?.targets).toEqual([
      { kind: "number", number: "1" },
      null,
      { kind: "number", number: "3" },
      { kind: "number", number: "4" },
    ]);
    expect(second?.versions[0]?.paths[0]?.targets[0]).toEqual({ kind: "number", number: "10.50" });
  });

  it("codes activities in their order and keeps translations beside the English", () => {
    const nodes = everyNode(readFramework(folder).pillars);
    expect(nodes.filter(({ kind }) => kind === "activity").map(({ code }) => code)).toEqual(["G1.1.1.1", "G1.1.1.2"]);
    expect(nodes.find(({ code }) => code === "G1")?.texts).toEqual({
      en: { title: "A goal", shortTitle: "", description: "" },
      th: { title: "เป้าหมาย" },
    });
  });

  it("gives an earlier version what it doesn't name, but no translation of words it changed", () => {
    const indicator = everyNode(readFramework(folder).pillars).flatMap(({ indicators }) => indicators)[0];
    const [before, now] = indicator?.versions ?? [];
    expect(before).toMatchObject({ version: 1, validFrom: null, unit: "persons", paths: [] });
    expect(before?.texts.en).toMatchObject({ title: "Persons invited", definition: "Each person once." });
    expect(before?.texts.th).toBeUndefined();
    expect(now).toMatchObject({ version: 2, validFrom: "2016-01-01", comparable: false, tables: [["sex"]] });
    expect(now?.texts.th).toEqual({ title: "ผู้ผ่านการอบรม" });
  });

  it("starts a total counted from the plan's start at 0 on the day before, and nothing else", () => {
    const [first, second] = everyNode(readFramework(folder).pillars).flatMap(({ indicators }) => indicators);
    expect(second?.versions[0]?.paths[0]?.baseline).toEqual({
      on: "2014-12-31",
      value: { kind: "number", number: "0" },
    });
    expect(first?.versions[1]?.paths[1]).toMatchObject({
      unit: "LAO",
      baseline: null,
      note: "No register before 2016.",
    });
  });
});

describe("a fault in a framework names file, line and code", () => {
  const persons = "KHM: { baseline: 900719925474099312345";
  it.each([
    ["title: Cost of a course", "title: Cost of a course.", "course.", "G1.1.1-b): a title ends without"],
    ["title: An output", "", "code: G1.1.1", "G1.1.1): title: "],
    ["pillar: P1", "pillar: P9", "pillar", "G1): P9 is no pillar"],
    ["code: G1.1.1\n", "code: G1.2.1\n", "G1.2.1", "G1.2.1): G1.2.1 stands under G1.1"],
    ["code: G1.1.1-b", "code:   G1.1.1-a", "code:   ", "G1.1.1-a): G1.1.1-a stands twice"],
    ["unit: persons", "unit: persons\n            colour: red", "colour", 'G1.1.1-a): Unrecognized key: "colour"'],
    ["aggregation: sum", "aggregation: ratioOfSums", "ratioOfSums", "G1.1.1-a): a number indicator has aggregation"],
    ["decimals: 0", "decimals: 1", "decimals: 1", "G1.1.1-a): persons are counted whole"],
    ["            currency: USD\n", "", "code: G1.1.1-b", "G1.1.1-b): US dollars has the currency USD"],
    ["            countsPersons: true\n", "", "code: G1.1.1-a", "G1.1.1-a): countsPersons is needed for numbers"],
    ["tables: [sex]", "tables: [sex*age]", "sex*age", "G1.1.1-a): age is no dimension"],
    ["targets: [1, ~, 3, 4]", "targets: [1, 3, 4]", persons, "G1.1.1-a): write 4 targets"],
    ["targets: [1, ~, 3, 4]", "targets: [1, 1e3, 3, 4]", persons, "G1.1.1-a): targets: "],
    ["targets: [1, ~, 3, 4]", "targets: [1, 1.5, 3, 4]", persons, "G1.1.1-a): targets: 1.5 has more than 0 digits"],
    ["targets: [1, ~, 3, 4]", "targets: [1, true, 3, 4]", persons, "G1.1.1-a): targets: write a number"],
    [", on: 2014-12-31", "", persons, "G1.1.1-a): say on which day"],
    [", on: 2014-12-31", ", on: 2014-02-30", persons, "G1.1.1-a): on: write a day that exists"],
    [", note: No register before 2016.", "", "LAO:", "G1.1.1-a): LAO: without a baseline, a note says why"],
    ["[10.50, 20.25", "[10.50, 2.25", "2.25", "G1.1.1-b): targets: a total counted from the plan's start never falls"],
    ["LAO: {", "XXX: {", "XXX", "G1.1.1-a): XXX is no country"],
    ["until: 2015-12-31", "until: 2015-06-30", "2015-06-30", "G1.1.1-a): a version ends with a reporting period"],
    ["direction: increase", "direction: neutral", persons, "G1.1.1-a): a neutral indicator"],
    ["frequency: annual", "frequency: quarterly", "quarterly", "G1.1.1-a): periods and indicators of a plan have one"],
    ["pillar: P1", "pillar: P1\npillar: P2", "pillar: P2", ""],
  ])("%s -> %s", (from, to, at, expected) => {
    const [fault] = faultsAfter(from, to);
    const lines = readFileSync(path.join(folder, "g1.yaml"), "utf8").split("\n");
    const line = lines.findIndex((each) => each.includes(at)) + 1;
    expect(fault?.replace("  ", " ")).toContain(
      `g1.yaml line ${line}${expected ? ` (${expected}` : ": Map keys must be unique"}`,
    );
  });

  it("in the plan and the dimensions too", () => {
    expect(faultsAfter("code: male", "code: female", "dimensions.yaml")).toEqual([
      "dimensions.yaml line 6 (female): female stands twice",
    ]);
    expect(faultsAfter("dueOn: 2017-03-31", "dueOn: 2016-03-31", "plan.yaml").join("\n")).toContain(
      "plan.yaml line 17 (2016): a report is due after the period has ended",
    );
    expect(faultsAfter("endsOn: 2017-12-31", "endsOn: 2017-11-30", "plan.yaml").join("\n")).toContain(
      "as many as its frequency says",
    );
  });

  it("of a plan whose address is another page's", () =>
    expect(faultsAfter("code: spaiv", "code: account", "plan.yaml").join("\n")).toContain(
      "another page has this address",
    ));

  it("of a province, until there is more than a place for it", () => {
    const region = "  - code: REGION";
    const province = "  - { code: KH-12, level: province, parent: KHM, name: Kep, longName: Kep }\n";
    expect(faultsAfter(region, `${province}${region}`, "plan.yaml").join("\n")).toMatch(
      /plan.yaml line \d+ \(KH-12\): a province can't report yet, for nothing ties its values to its country's sum/,
    );
  });

  it("when a file is missing", () => {
    rmSync(path.join(folder, "dimensions.yaml"));
    expect(() => readFramework(folder)).toThrow("dimensions.yaml is missing");
  });
});

import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { linkValues, type TableValue } from "./link-values";

const n = (number: number): Value => ({ kind: "number", number: String(number) });
const at = (unit: string, period: string, cell: string, value: Value | undefined = n(10)): TableValue => ({
  unit,
  period,
  cell,
  value,
});
const link = (values: TableValue[], isCumulative = false, periods = ["2015", "2016", "2017"]) =>
  linkValues({ countsPersons: true, isCumulative, periods, values });
const sumsOf = (values: TableValue[]) => link(values).sums.map(({ total, parts }) => `${total} = ${parts.join(" + ")}`);

describe("sums within a unit", () => {
  it("ties a total to the cells of each of its tables", () => {
    const cells = ["total", "sex=female", "sex=male", "form=other-forms"];
    expect(sumsOf(cells.map((cell) => at("THA", "2016", cell)))).toEqual([
      "THA|2016|total = THA|2016|sex=female + THA|2016|sex=male",
      "THA|2016|total = THA|2016|form=other-forms",
    ]);
  });

  it("adds cells that nobody reported, for they tie tables together all the same", () => {
    const { values, sums } = link([
      at("THA", "2016", "total"),
      at("THA", "2016", "sex=female;age=0-17"),
      at("THA", "2016", "sex=male;age=18+"),
    ]);
    const ids = values.map(({ id }) => id);
    for (const cell of ["sex=female", "age=18+", "sex=female;age=18+"]) expect(ids).toContain(`THA|2016|${cell}`);
    expect(values.find(({ id }) => id === "THA|2016|sex=female")!.value).toBeUndefined();
    // Total by sex and by age, each sex by age, each age by sex.
    expect(sums).toHaveLength(6);
  });

  it("keeps periods that stand alone apart", () => {
    const { sums, increments } = link([at("THA", "2015", "total"), at("THA", "2016", "total")]);
    expect(sums).toEqual([]);
    expect(increments).toEqual([]);
  });

  it("takes countries beside a collective category only perhaps for its parts", () => {
    const cells = ["total", "repatriation=abroad", "repatriation=khm", "repatriation=lao"];
    const { sums } = link(cells.map((cell) => at("THA", "2016", cell)));
    expect(sums.filter(({ isTentative }) => !isTentative)).toHaveLength(1);
    expect(sums).toContainEqual({
      total: "THA|2016|repatriation=abroad",
      isTentative: true,
      parts: ["THA|2016|repatriation=khm", "THA|2016|repatriation=lao"],
    });
  });
});

describe("the region", () => {
  const region = (cell: string): TableValue => ({
    ...at("REGION", "2016", cell),
    addsUp: [
      { unit: "KHM", period: "2016" },
      { unit: "LAO", period: "2015" },
    ],
  });

  it("adds up the countries cell by cell, a carried one from its own period", () => {
    expect(sumsOf([at("KHM", "2016", "total"), at("LAO", "2015", "total"), region("total")])).toEqual([
      "REGION|2016|total = KHM|2016|total + LAO|2015|total",
    ]);
  });

  it("isn't the sum of its own cells: those may add up other countries", () => {
    const values = ["total", "sex=female", "sex=male"].flatMap((cell) => [
      at("KHM", "2016", cell),
      at("LAO", "2015", cell),
      region(cell),
    ]);
    const sums = sumsOf(values);
    expect(sums.filter((sum) => sum.startsWith("REGION"))).toHaveLength(3);
    expect(sums).not.toContain("REGION|2016|total = REGION|2016|sex=female + REGION|2016|sex=male");
  });
});

describe("increments", () => {
  it("lie between any two periods with a value, in the order of time", () => {
    const values = [at("THA", "2017", "total"), at("THA", "2015", "total"), at("THA", "2016", "total")];
    expect(link(values, true).increments).toEqual([
      { from: "THA|2015|total", to: "THA|2016|total", steps: 1 },
      { from: "THA|2015|total", to: "THA|2017|total", steps: 2 },
      { from: "THA|2016|total", to: "THA|2017|total", steps: 1 },
    ]);
  });

  it("step over a period without one", () => {
    const values = [
      at("THA", "2015", "total"),
      at("THA", "2016", "total", { kind: "missing", reason: "notReported" }),
      at("THA", "2017", "total"),
    ];
    expect(link(values, true).increments).toEqual([{ from: "THA|2015|total", to: "THA|2017|total", steps: 1 }]);
  });
});

describe("what hiding costs", () => {
  const values = ["total", "sex=female", "sex=female;age=0-17"].flatMap((cell) => [
    at("THA", "2016", cell),
    { ...at("REGION", "2016", cell), addsUp: [{ unit: "THA", period: "2016" }] },
  ]);
  const costs = new Map(link(values).values.map(({ id, cost }) => [id, cost]));

  it("is more for coarser cells, and more for the region", () => {
    const inOrder = ["THA|2016|sex=female;age=0-17", "THA|2016|sex=female", "REGION|2016|sex=female"];
    for (const [index, id] of inOrder.slice(1).entries())
      expect(costs.get(id)).toBeGreaterThan(costs.get(inOrder[index]!)!);
  });

  it("is more for any total than for any cell", () => {
    const cells = [...costs].filter(([id]) => !id.endsWith("total")).map(([, cost]) => cost);
    expect(Math.min(costs.get("THA|2016|total")!, costs.get("REGION|2016|total")!)).toBeGreaterThan(Math.max(...cells));
  });

  it("marks the totals, which give way last", () => {
    const totals = link(values).values.filter(({ isTotal }) => isTotal);
    expect(totals.map(({ id }) => id).sort()).toEqual(["REGION|2016|total", "THA|2016|total"]);
  });
});

describe("what can't be linked", () => {
  it("is refused: a period that isn't listed, a regional sum of nothing given", () => {
    expect(() => link([at("THA", "1999", "total")])).toThrow("no such period: 1999");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { seed } from "./seed";

// What the demonstration's values owe one another, as a reader finds them: in all reports, drafts too. The rules are read
// from the definitions of the framework, and say nothing of how the values are made.

interface Count {
  number?: number;
  numerator?: number;
  denominator?: number;
}
/** A country's values of one indicator in one report, or its baseline, by cell. */
type Cells = Map<string, Count>;

let database: Database;
/** By `KHM 2015`, then by indicator. */
const reports = new Map<string, Map<string, Cells>>();
const baselines = new Map<string, Map<string, Cells>>();
const sent = new Set<string>();

const indicatorVersion = { select: { indicator: presentCode } } as const;

const into = <T>(all: Map<string, T>, key: string, make: () => T) => all.get(key) ?? all.set(key, make()).get(key)!;

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  await seed(prisma, () => {});
  const counts = { number: true, numerator: true, denominator: true } as const;
  const values = await prisma.value.findMany({
    select: {
      ...counts,
      indicatorVersion,
      cell: { select: { key: true } },
      report: { select: { state: true, unit: { select: { code: true } }, period: { select: { code: true } } } },
    },
  });
  const countOf = (row: { [side in keyof typeof counts]: { toNumber(): number } | null }): Count => ({
    ...(row.number && { number: row.number.toNumber() }),
    ...(row.numerator && { numerator: row.numerator.toNumber() }),
    ...(row.denominator && { denominator: row.denominator.toNumber() }),
  });
  for (const { cell, report, indicatorVersion, ...row } of values) {
    if (Object.keys(countOf(row)).length === 0) continue;
    const place = `${report.unit.code} ${report.period.code}`;
    if (report.state !== "draft") sent.add(place);
    const codes = into(reports, place, () => new Map<string, Cells>());
    into(codes, codeOf(indicatorVersion.indicator), () => new Map()).set(cell.key, countOf(row));
  }
  for (const row of await prisma.baseline.findMany({
    select: { ...counts, indicatorVersion, unit: { select: { code: true } }, measuredOn: true },
  })) {
    const place = `${row.unit.code} ${row.measuredOn.toISOString().slice(0, 10)}`;
    const codes = into(baselines, place, () => new Map<string, Cells>());
    codes.set(codeOf(row.indicatorVersion.indicator), new Map([[totalCell, countOf(row)]]));
  }
}, 300_000);
afterAll(() => database.close());

type Side = keyof Count | "whole";
const sideOf = (count: Count | undefined, side: Side) =>
  side === "whole" ? (count?.denominator ?? count?.number) : count?.[side];

/** Every pair of values of two indicators in one report (or of one date) and one cell. */
function* pairs(inner: string, outer: string, side: Side = "whole", within?: string) {
  for (const [place, codes] of [...reports, ...baselines])
    for (const [cell, count] of codes.get(inner) ?? []) {
      const around = within ? (cell === totalCell ? within : `${cell};${within}`) : cell;
      const [part, whole] = [sideOf(count, "whole"), sideOf(codes.get(outer)?.get(around), side)];
      if (part !== undefined && whole !== undefined) yield { where: `${place} ${inner} ${cell}`, part, whole };
    }
}

/** Lists of countries, each with its total. */
function* lists(dimension: string) {
  for (const [place, codes] of reports)
    for (const [code, cells] of codes) {
      const listed = new Map<string, number>();
      for (const [key, count] of cells) {
        const category = parseCellKey(key)?.get(dimension);
        if (category) listed.set(category, count.number!);
      }
      const total = cells.get(totalCell)?.number;
      const own = place.slice(0, 3).toLowerCase();
      if (listed.size > 0) yield { where: `${place} ${code} ${dimension}`, code, own, listed, total, codes };
    }
}
const sum = (counts: Iterable<number>) => [...counts].reduce((all, each) => all + each, 0);

describe("what two indicators count alike", () => {
  const shares = ["G5.1-b", "G5.2-a", "G6.1-a", "G6.2-b"];

  it("is one number in both, in every report, cell and baseline", () => {
    const found = shares.flatMap((code) => [...pairs(code, "G5.1-a")]);
    expect(found.length).toBeGreaterThan(60);
    expect(found.filter(({ part, whole }) => part !== whole)).toEqual([]);
  });

  it("is one number in all shares of it, where the total isn't in yet", () => {
    const wrong: string[] = [];
    for (const [place, codes] of [...reports, ...baselines]) {
      const wholes = shares.flatMap((code) => codes.get(code)?.get(totalCell)?.denominator ?? []);
      if (new Set(wholes).size > 1) wrong.push(`${place}: ${wholes}`);
      if (wholes.length > 0 && sent.has(place) && !codes.get("G5.1-a")?.has(totalCell))
        wrong.push(`${place}: no total`);
    }
    expect(wrong).toEqual([]);
  });

  it("is hidden in both or in neither", async () => {
    const results = await database.prisma.result.findMany({
      where: {
        untilVersion: null,
        indicatorVersion: { indicator: { editions: { some: { code: { in: ["G5.1-a", ...shares] } } } } },
      },
      select: { periodId: true, unitId: true, cellId: true, disclosureState: true, indicatorVersion },
    });
    const read = results.map(({ indicatorVersion: { indicator }, disclosureState: state, ...row }) => {
      return { code: codeOf(indicator), state, place: `${row.unitId} ${row.periodId} ${row.cellId}` };
    });
    const isHidden = ({ state }: (typeof read)[number]) => state === "suppressed" || state === "small";
    const totals = read.filter(({ code }) => code === "G5.1-a");
    const hidden = new Set(totals.filter(isHidden).map(({ place }) => place));
    expect(hidden.size).toBeGreaterThan(100);
    const told = read.filter(({ code, state, place }) => code !== "G5.1-a" && state === "shown" && hidden.has(place));
    expect(told).toEqual([]);
  });
});

describe("what is part of another count", () => {
  it("is never more, in any report, cell or baseline", () => {
    const found = [
      ...pairs("G2.2-a", "G2.2.1-a"),
      ...pairs("G3.1-a", "G3.1.1-a", "numerator"),
      ...pairs("G5.1-a", "G5.1.2-a"),
      ...pairs("G5.2.2-a", "G5.1-a", "whole", "age=0-17"),
      ...pairs("G6.2.1-a", "G5.1-a"),
      ...pairs("G6.3.1-a", "G6.3-a"),
      ...pairs("G7.1-c", "G7.1-b"),
      ...pairs("G7.2-b", "G7.2.1-a"),
    ].filter(({ where }) => !/ G(5\.1|7\.1)-[ac] (?!total)/.test(where));
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter(({ part, whole }) => part > whole)).toEqual([]);
  });

  it("of sex and age is what its forms of exploitation add up to, the zeros among them", () => {
    const found = [...reports].flatMap(([place, codes]) =>
      ["G3.3.1-b", "G5.1-a"].flatMap((code) => {
        const cells = [...(codes.get(code) ?? [])].map(([key, { number }]) => ({ at: parseCellKey(key)!, number }));
        return cells
          .filter(({ at }) => at.size === 2 && at.has("sex") && at.has("age"))
          .map(({ at, number }) => {
            const isPart = (of: typeof at) => of.size === 3 && [...at].every(([d, c]) => of.get(d) === c);
            const parts = cells.filter((each) => isPart(each.at)).map((each) => each.number!);
            return { where: [place, code, ...at.values()].join(" "), number, parts };
          });
      }),
    );
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ number, parts }) => parts.length !== 4 || sum(parts) !== number)).toEqual([]);
  });

  it("never falls, in any cell, where it is counted from the plan's start", async () => {
    const cumulative = await database.prisma.indicatorVersion.findMany({
      where: { accumulation: "cumulativeToDate" },
      select: { indicator: presentCode },
    });
    const wrong: string[] = [];
    for (const code of new Set(cumulative.map(({ indicator }) => codeOf(indicator)))) {
      const last = new Map<string, Count>();
      for (const place of [...reports.keys()].sort())
        for (const [cell, count] of reports.get(place)!.get(code) ?? []) {
          const key = `${place.split(" ")[0]} ${cell}`;
          for (const side of ["number", "numerator", "denominator"] as const)
            if ((count[side] ?? 0) < (last.get(key)?.[side] ?? 0)) wrong.push(`${place} ${code} ${cell}`);
          last.set(key, count);
        }
    }
    expect(wrong).toEqual([]);
  });

  it("has no more in the numerator than in the denominator", () => {
    const found = [...reports].flatMap(([place, codes]) =>
      [...codes].flatMap(([code, cells]) =>
        [...cells].flatMap(([cell, { numerator, denominator }]) =>
          numerator !== undefined && numerator > denominator! ? [`${place} ${code} ${cell}`] : [],
        ),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("a list of countries", () => {
  const both = () => [...lists("citizenship"), ...lists("repatriation")];

  it("lists in one way, or both ways agree", () => {
    const wrong = both().filter(({ own, listed }) => {
      const others = sum(
        [...listed].flatMap(([code, count]) => (/^[a-z]{3}$/.test(code) && code !== own ? [count] : [])),
      );
      const isBeside = (collective: string, countries: number) =>
        listed.has(collective) && countries > 0 && listed.get(collective) !== countries;
      return (
        isBeside("foreigners", others) || isBeside("abroad", others) || isBeside("nationals", listed.get(own) ?? 0)
      );
    });
    expect(both().length).toBeGreaterThan(80);
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it("leaves out nobody, or so many that it doesn't tell of them", () => {
    const wrong = both().flatMap(({ where, total, listed }) => {
      const collective = listed.has("nationals") ? ["nationals", "foreigners"] : [...listed.keys()];
      const left = total! - sum(collective.map((code) => listed.get(code) ?? 0));
      return left === 0 || left >= 5 ? [] : [`${where}: ${left} of ${total}`];
    });
    expect(wrong).toEqual([]);
  });

  it("has the country's own citizens first, but for those whom it holds as foreigners", () => {
    const wrong = [...lists("citizenship")].flatMap(({ where, code, own, listed }) => {
      if (code === "G5.3.1-a") return listed.has(own) || listed.has("nationals") ? [where] : [];
      const most = Math.max(...listed.values());
      return (listed.get(own) ?? listed.get("nationals")) === most ? [] : [where];
    });
    expect(wrong).toEqual([]);
  });

  it("sends nobody back to where they are, and no more home than are from there or went at all", () => {
    const wrong: string[] = [];
    for (const { where, own, listed, codes, code } of lists("repatriation")) {
      if (listed.has(own) || listed.has("nationals") || listed.has("foreigners")) wrong.push(where);
      const returned = codes.get("G6.3-a")?.get(totalCell)?.denominator;
      if (returned !== undefined && sum(listed.values()) > returned) wrong.push(`${where}: more than ${returned}`);
      for (const [country, count] of code === "G5.1-a" ? listed : []) {
        const from = codes.get(code)?.get(`citizenship=${country}`)?.number ?? 0;
        if (count > from) wrong.push(`${where}=${country}: ${count} of ${from}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

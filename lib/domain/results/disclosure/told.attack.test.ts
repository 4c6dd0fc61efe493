import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moreTelling, nothingSeen, resultKey, type StoredValue, sameValue } from "@/lib/domain/results/stored-values";
import { findAtLeastTwo } from "@/lib/domain/suppression/primary/at-least-two";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import { prepareToHide, suppress } from "@/lib/domain/suppression/suppress";
import { placeOfValue, valueId } from "@/lib/domain/suppression/tables/link-values";
import type { LinkedValue } from "@/lib/domain/suppression/tables/linked-values";
import { attackHistory, type Meant, type Remembered } from "@/test/disclosure-audit/history";
import { largeIndicator } from "@/test/factories/large-indicator";
import { givingWay } from "./former-values";
import { linkGroup } from "./value-groups";

// "Suppressed" tells of a count that it is 5 or more, when it first stands. Later the same mark may tell less: in the dark,
// or where zeros show that the count is two at least. Who kept the first version still knows.

const threshold = 5;

/** By country and cell; the region adds them up. */
type Table = Record<string, Record<string, number>>;

const { plan, indicator } = largeIndicator({ countries: 3, periods: 1, sexes: 0, ages: 0 }, "perPeriod");
const [period] = plan.periods;
const [version] = indicator.versions;
const unitOf = (code: string) => plan.units.find((unit) => unit.code === code)!;
const splits = [
  ["sex=f", "sex=m"],
  ["age=a", "age=b"],
];

/** What stands in a version: the countries' values, and the region's. */
function valuesIn(table: Table) {
  const cells = new Set(Object.values(table).flatMap((own) => Object.keys(own)));
  const region = [...cells].map((cell) => {
    const parts = Object.keys(table).filter((unit) => cell in table[unit]!);
    const count = parts.reduce((sum, unit) => sum + table[unit]![cell]!, 0);
    return { code: "REGION", cell, count, addsUp: parts.map((unit) => ({ unit, period: period!.code })) };
  });
  const own = Object.entries(table).flatMap(([code, cells]) =>
    Object.entries(cells).map(([cell, count]) => ({ code, cell, count, addsUp: undefined })),
  );
  return [...own, ...(Object.keys(table).length > 1 ? region : [])].map(({ code, cell, count, addsUp }) => ({
    unit: unitOf(code),
    unitId: unitOf(code).id,
    period: period!,
    periodId: period!.id,
    version: version!,
    cell,
    value: { kind: "number" as const, number: String(count) },
    revision: 1,
    approvedAt: new Date(0),
    count,
    ...(addsUp && { addsUp }),
    id: valueId({ unit: code, period: period!.code, cell }),
  }));
}

/** All versions of the tables, as they are hidden one after the other. @param known what of earlier versions is heeded */
function publish(tables: readonly Table[], seed: number, known = (value: LinkedValue) => value) {
  const seen = nothingSeen();
  const random = seededRandom(seed);
  const values = new Map<string, Remembered>();
  const sums: Meant[] = [];
  /** By place, the values that stood there, each with its first version. */
  const stood = new Map<string, { name: string; since: number; truth: number }[]>();
  for (const [index, table] of tables.entries()) {
    const now = index + 2;
    const present = valuesIn(table);
    const given = linkGroup(plan, indicator, { values: present, seen }, now);
    const linked = { ...given, values: given.values.map(known) };
    const { states, dark, lost, toldLeast } = suppress(linked, { threshold, random });
    const { settled } = prepareToHide(linked, threshold, { left: 1e6 });
    const two = new Set([...findAtLeastTwo(settled)].map((count) => settled.values[settled.counts[count]!.place]!.id));
    for (const { id, count } of present) {
      const all = stood.get(id) ?? [];
      stood.set(id, all);
      if (all.at(-1)?.truth !== count) all.push({ name: `${id} since ${now}`, since: now, truth: count });
      const { name } = all.at(-1)!;
      const state = states.get(id)!;
      const isFirst = !values.has(name);
      const remembered = values.get(name) ?? { truth: count, marks: new Set(), least: 0, isLost: false };
      values.set(name, remembered);
      if (state !== "missing") remembered.marks.add(state);
      if (!isFirst || state === "shown") continue;
      remembered.least = state === "suppressed" && !dark.includes(id) && !two.has(id) ? threshold : 1;
    }
    for (const id of lost) {
      const { version: until = now, ...place } = placeOfValue(id);
      values.get(stood.get(valueId(place))!.findLast(({ since }) => since <= until)!.name)!.isLost = true;
    }
    const nameAt = (unit: string, cell: string) =>
      stood.get(valueId({ unit, period: period!.code, cell }))!.at(-1)!.name;
    for (const [unit, cells] of Object.entries(table))
      for (const split of splits) {
        const parts = split.filter((cell) => cell in cells);
        if (parts.length > 0) sums.push([nameAt(unit, "total"), parts.map((cell) => nameAt(unit, cell))]);
      }
    for (const { unit, cell, addsUp } of present)
      if (addsUp) sums.push([nameAt(unit.code, cell), addsUp.map((part) => nameAt(part.unit, cell))]);

    seen.former.push(...givingWay(seen, present, now));
    const before = seen.stored;
    seen.stored = new Map(
      present.map(({ id, unitId, periodId, cell, value }) => {
        const key = resultKey({ unitId, periodId, cell });
        const state = states.get(id)!;
        const known = before.get(key);
        const same = known && sameValue(known.value, value) ? known : undefined;
        if (state !== "shown") seen.hidden.add(key);
        const stands = { state, seen: moreTelling(same?.seen ?? state, state), since: same?.since ?? now };
        const told = { toldLeast: toldLeast.get(id) ?? null, bounds: same?.bounds ?? null, bound: null };
        return [key, { unitId, periodId, cell, value, versionId: version!.id, ...stands, ...told } as StoredValue];
      }),
    );
  }
  return { values, sums };
}

/** How many of the histories the reader disproves something of, and what, under some chances. */
function disproved(histories: readonly (readonly Table[])[], known?: (value: LinkedValue) => LinkedValue) {
  return histories.flatMap((tables, index) => {
    const { values, sums } = publish(tables, index, known);
    const found = attackHistory(values, sums, threshold);
    return found.length > 0 ? [{ tables, found }] : [];
  });
}

const small = fc.integer({ min: 1, max: 4 });
const count = (min: number, max: number) => fc.integer({ min, max });

/** Women are 5 or more, by their mark; the men beside them were wrong, so that the total told nothing until they are put right. */
const corrected = fc
  .record({ before: small, women: count(5, 7), men: fc.oneof(small, count(5, 8)) })
  .map(({ before, women, men }): Table[] => [
    { C1: { total: 60, "sex=f": before, "sex=m": 30 } },
    { C1: { total: women + men, "sex=f": women, "sex=m": 30 } },
    { C1: { total: women + men, "sex=f": women, "sex=m": men } },
  ]);

/** Two countries are 5 or more, by their marks, and all know what they are together. Then both are split. */
const split = fc
  .record({
    before: fc.tuple(small, small),
    women: small,
    men: count(5, 9),
    young: small,
    old: fc.oneof(small, count(5, 6)),
  })
  .filter(({ young, old }) => young + old >= 5)
  .map(({ before: [one, other], women, men, young, old }): Table[] => {
    const others = { C3: { total: 40 } };
    const [first, second] = [women + men, young + old];
    return [
      { C1: { total: one }, C2: { total: other }, ...others },
      { C1: { total: first }, C2: { total: second }, ...others },
      {
        C1: { total: first, "sex=f": women, "sex=m": men },
        C2: { total: second, "age=a": young, "age=b": old },
        ...others,
      },
    ];
  });

describe("a value that is told to be 5 or more", () => {
  for (const [name, histories] of Object.entries({
    "goes dark beside one that is put right": fc.sample(corrected, { numRuns: 150, seed: 1 }),
    "is known to be two or more by its parts": fc.sample(split, { numRuns: 150, seed: 2 }),
  })) {
    it(`stays so: ${name}`, { timeout: 60_000 }, () => {
      expect(disproved(histories)).toEqual([]);
    });

    it(`would give others away if it were forgotten: ${name}`, { timeout: 60_000 }, () => {
      const forgotten = disproved(histories, (value) => ({ ...value, ...(value.toldLeast && { toldLeast: 1 }) }));
      expect(forgotten.length).toBeGreaterThan(3);
    });
  }
});

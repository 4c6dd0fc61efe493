import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { valueId } from "@/lib/domain/suppression/tables/link-values";
import { Attacker, equation, type Unknown } from "./attacker";
import { addRegion, cellOf, sumsIn, type TestWorld, type TrueValue } from "./test-world";

interface Row {
  Iso3_code: string;
  Indicator: string;
  Dimension: string;
  Category: string;
  Sex: string;
  Age: string;
  Year: string;
  txtVALUE: string;
}

/** Which of GLOTIP's "Dimension" is which axis; sex and age have columns of their own. */
const dimensions = ["by form of exploitation", "by citizenship", "by country of repatriation"];
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
const orTotal = (text: string) => (text === "Total" ? "*" : slug(text));

/**
 * The real tables of UNODC's GLOTIP file, one world for each indicator, year and group of countries. A `<5` is taken for
 * a value that fits as many sums as possible. Of two values for one cell the first is taken.
 */
export class GlotipWorlds {
  readonly #rows: readonly Row[];

  constructor(file: string) {
    const rows: Row[] = parse(readFileSync(file, "utf8"), { columns: true, bom: true });
    this.#rows = rows.filter(({ Indicator }) => !Indicator.startsWith("Offences"));
  }

  /** Indicator, year and countries of every table in the file. */
  tables(): { indicator: string; year: string; countries: string[] }[] {
    const found = new Map<string, { indicator: string; year: string; countries: string[] }>();
    for (const { Indicator: indicator, Year: year, Iso3_code: country } of this.#rows) {
      const table = found.get(`${indicator} ${year}`) ?? { indicator, year, countries: [] };
      found.set(`${indicator} ${year}`, table);
      if (!table.countries.includes(country)) table.countries.push(country);
    }
    return [...found.values()];
  }

  world(indicator: string, year: string, countries: readonly string[], hasRegion = false): TestWorld {
    const values = new Map<string, TrueValue>();
    for (const row of this.#rows) {
      if (row.Indicator !== indicator || row.Year !== year || !countries.includes(row.Iso3_code)) continue;
      const along = dimensions.map((name) => (row.Dimension === name ? slug(row.Category) : "*"));
      along.push(orTotal(row.Sex), orTotal(row.Age));
      const id = valueId({ unit: row.Iso3_code, period: year, cell: cellOf(along) });
      if (values.has(id)) continue;
      const isImported = row.txtVALUE.startsWith("<");
      values.set(id, {
        id,
        unit: row.Iso3_code,
        period: year,
        along,
        earlier: undefined,
        addsUp: undefined,
        truth: [isImported ? 0 : Number(row.txtVALUE.replaceAll(",", ""))],
        reported: isImported ? "imported" : "exact",
      });
    }
    const list = [...values.values()];
    const world: TestWorld = {
      values: list,
      dimensions: dimensionsOf(list),
      periods: [year],
      isCumulative: false,
    };
    fillImported(world);
    return hasRegion ? addRegion(world) : world;
  }
}

const dimensionsOf = (values: readonly TrueValue[]): string[][] =>
  [0, 1, 2, 3, 4].map((axis) => [...new Set(values.map(({ along }) => along[axis]!))].filter((code) => code !== "*"));

/** Gives each `<5` a value from 0 to 4 that fits the sums, taken in one after the other as long as they go together. */
function fillImported(world: TestWorld) {
  const imported = world.values.filter(({ reported }) => reported === "imported");
  const exact = new Map(
    world.values.flatMap(({ id, reported, truth }) => (reported === "exact" ? [[id, truth[0]!]] : [])),
  );
  const unknowns = new Map(imported.map(({ id }): [string, Unknown] => [id, { low: 0, high: 4 }]));
  const written = sumsIn(world).map((sum) =>
    equation(
      sum.map(([{ id }, factor]) => [id, factor] as const),
      exact,
    ),
  );
  const open = written.filter(({ terms }) => terms.size > 0);
  let fitting: typeof open = [];
  let attacker = new Attacker(unknowns, fitting);
  for (const next of open) {
    const wider = new Attacker(unknowns, [...fitting, next]);
    if (!wider.isConsistent()) continue;
    fitting = [...fitting, next];
    attacker = wider;
  }
  for (const value of imported) value.truth = [attacker.possibleValue(value.id)];
}

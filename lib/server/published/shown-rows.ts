import "server-only";
import { fullCellName } from "@/lib/charts/cell-name";
import type { PublicFigure } from "@/lib/charts/public-figure";
import type { Figure, TargetValue } from "@/lib/domain/figure";
import { rational, roundHalfAwayFromZero } from "@/lib/domain/rational";
import type { Quantity } from "@/lib/domain/value";
import type { ShownFigure, ShownRow } from "@/lib/exchange/csv/shown-row";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { inLocale, textsFor } from "@/lib/server/reporting/locale-text";
import { dimensionsOfPlan } from "@/lib/server/reporting/plan-dimensions";
import type { PublishedPlan } from "./plan";
import type { ResultReader } from "./result-reader";

/** What a file says beside its figures, in its language. */
export interface ShownWords {
  total: string;
  yes: string;
  no: string;
  /** Of what is reported in words. */
  inWords: string;
  /** A percentage's parts where they have no value, as 0 of 0. */
  of: (part: string, whole: string) => string;
  /** The word for what an indicator counts. */
  unit: (unit: string) => string;
  /** What every copy has to say of the plan. */
  notice: string;
}

/**
 * Results as rows of a file, in the order of the framework, the units and time.
 * @param reader what of them is shown
 */
export async function shownRows(
  plan: PublishedPlan,
  where: Prisma.ResultWhereInput,
  words: ShownWords,
  reader: ResultReader,
  locale: string,
): Promise<ShownRow[]> {
  const rows = await reader.explained(where, [
    { indicatorVersion: { indicator: { position: "asc" } } },
    { unit: { position: "asc" } },
    { period: { endsOn: "asc" } },
    { cellId: "asc" },
  ]);
  const versions = await versionsOf(
    plan.id,
    rows.map(({ indicatorId }) => indicatorId),
    locale,
  );
  const client = await db();
  const dimensions = await dimensionsOfPlan(client, plan.id, locale);
  const units = new Map([...plan.countries, ...(plan.region ? [plan.region] : [])].map((unit) => [unit.id, unit]));
  const periods = new Map(plan.periods.map((period) => [period.id, period]));
  return rows.flatMap(({ indicatorId, version: number, unitId, periodId, cell, ...result }) => {
    const version = versions.get(versionKey(indicatorId, number));
    const [unit, period] = [units.get(unitId), periods.get(periodId)];
    // Provinces have no place in these files.
    if (!version || !unit || !period) return [];
    const write = (figure: Figure | TargetValue) => plainText(figure, version.steps, words);
    const counts = version.countsCountries && unitId === plan.region?.id;
    const over = result.explanation?.region;
    const target = result.explanation?.unit?.inputs.targets.find(({ endsOn }) => endsOn === period.endsOn);
    return [
      {
        plan: plan.head.code,
        indicator: version.code,
        indicatorTitle: version.title,
        definitionVersion: number,
        unit: unit.code,
        unitName: unit.name,
        period: period.code,
        cell,
        cellName: fullCellName(cell, dimensions, words.total),
        measure: counts ? words.unit("countries") : version.measure(words),
        figure: shownFigure(result.figure, write, words.inWords, counts ? (over?.restsOn.length ?? null) : null),
        target: target ? write(target.value) : null,
        status: result.status,
        statusReason: result.statusReason,
        approvedOn: dayOf(result.approvedAt),
        countries: over && result.figure.mark !== "missing" ? { in: over.restsOn.length, of: over.of } : null,
        notice: words.notice,
      },
    ];
  });
}

interface VersionWords {
  /** Of the indicator. */
  code: string;
  title: string;
  measure: (words: ShownWords) => string;
  steps: string[];
  /** The region's figure is how many countries are there. */
  countsCountries: boolean;
}

const versionKey = (indicatorId: number, version: number) => `${indicatorId} ${version}`;

/** Every version of these indicators' definitions, by `versionKey`. */
async function versionsOf(
  planId: number,
  indicatorIds: readonly number[],
  locale: string,
): Promise<ReadonlyMap<string, VersionWords>> {
  const client = await db();
  const texts = { where: textsFor(locale), select: { locale: true, title: true } } as const;
  const versions = await client.indicatorVersion.findMany({
    where: { indicator: { planId }, indicatorId: { in: [...new Set(indicatorIds)] } },
    select: {
      ...{ indicatorId: true, version: true, type: true, unit: true, currency: true, aggregation: true },
      indicator: { select: { code: true, level: true } },
      texts,
      steps: { orderBy: { step: "asc" }, select: { texts } },
    },
  });
  return new Map(
    versions.map(({ indicatorId, version, type, unit, currency, aggregation, indicator, texts: words, steps }) => [
      versionKey(indicatorId, version),
      {
        code: indicator.code,
        title: inLocale(words, locale)?.title ?? "",
        measure: (said: ShownWords) =>
          type === "percentage" ? "%" : (currency ?? (unit === null ? "" : said.unit(unit))),
        steps: steps.map((step) => inLocale(step.texts, locale)?.title ?? ""),
        countsCountries: aggregation === "countOfCountries" && indicator.level !== "region",
      },
    ]),
  );
}

/** @param countOf how many countries have a value, where the figure counts countries; null for any other figure */
function shownFigure(
  shown: PublicFigure,
  write: (figure: Figure) => string,
  inWords: string,
  countOf: number | null,
): ShownFigure {
  switch (shown.mark) {
    case "shown": {
      const { figure } = shown;
      if (figure.kind === "number" && countOf !== null) {
        return { mark: "shown", value: write(figure), ofCountries: countOf };
      }
      if (figure.kind !== "ratio") return { mark: "shown", value: write(figure) };
      const { numerator, denominator } = figure;
      return {
        mark: "shown",
        value: write(figure),
        numerator: partText(numerator),
        denominator: partText(denominator),
      };
    }
    // The words of a report stand in it; a file of figures only says that there are some.
    case "words":
      return { mark: "shown", value: inWords };
    case "small":
      return { mark: "small", below: shown.below };
    default:
      return shown;
  }
}

const partText = (part: Quantity) => ("exact" in part ? part.exact : `<${part.below}`);

/** Without separators of thousands, which would make text of a number. A percentage has one place; its parts are exact. */
function plainText(figure: Figure | TargetValue, steps: readonly string[], words: ShownWords): string {
  switch (figure.kind) {
    case "number":
      return figure.number;
    case "censored":
      return `<${figure.below}`;
    case "ratio": {
      const { numerator, denominator } = figure;
      if (!("exact" in numerator && "exact" in denominator) || rational(denominator.exact).equals(0)) {
        return words.of(partText(numerator), partText(denominator));
      }
      return roundHalfAwayFromZero(rational(numerator.exact).div(rational(denominator.exact)).mul(100), 1);
    }
    case "yesNo":
      return figure.yes ? words.yes : words.no;
    case "step":
      return steps[figure.step] ?? String(figure.step);
  }
}

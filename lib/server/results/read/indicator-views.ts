import "server-only";
import { statedOver } from "@/lib/charts/axes/region-sets";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { holdingVersion } from "@/lib/domain/framework/indicator-version";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { LastStatus } from "@/lib/domain/progress/status";
import { db } from "@/lib/server/db/client";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { dimensionsOfPlan } from "@/lib/server/framework/plan-dimensions";
import type {
  CountryLine,
  DefinitionVersion,
  IndicatorFacts,
  IndicatorView,
  LinePoint,
  RegionLine,
} from "@/lib/views/indicator-view";
import { isTakenDown, type PublicValue } from "@/lib/views/public-value";
import type { DimensionView } from "@/lib/views/report-view";
import { absentStatus, regionStatusOf, shownStatusOf } from "@/lib/views/shown-status";
import { breakdownsOf } from "./breakdowns";
import { type PublishedFramework, publishedFramework } from "./framework";
import { unitsWithWords } from "./narratives";
import { type PublishedPaths, publishedPaths } from "./paths";
import type { PublishedPeriod, PublishedPlan, PublishedUnit } from "./plan";
import { type RestingCountries, restingCountries } from "./resting-countries";
import type { ExplainedResult, ResultReader } from "./result-reader";

interface PublishedDefinition {
  id: number;
  nodeId: number;
  level: "region" | "country" | "province";
  facts: IndicatorFacts;
  /** The latest first. */
  history: DefinitionVersion[];
  /** Codes of the disaggregation tables, `sex*age`. */
  tables: string[];
}

/**
 * Indicators of an edition in full, as defined for a period that begins on a day, in the framework's order.
 * @param code of the only one; null for all of them
 */
async function publishedDefinitions(
  editionId: number,
  code: string | null,
  startsOn: IsoDate,
  locale: string,
): Promise<PublishedDefinition[]> {
  const client = await db();
  const texts = { where: { editionId, ...textsFor(locale) } };
  const rows = await client.editionIndicator.findMany({
    where: { editionId, ...(code !== null && { code }) },
    orderBy: [{ position: "asc" }, { indicatorId: "asc" }],
    select: {
      code: true,
      nodeId: true,
      indicator: {
        select: {
          id: true,
          level: true,
          versions: {
            where: { editions: { some: { editionId } } },
            orderBy: { version: "desc" },
            select: {
              version: true,
              validFrom: true,
              comparable: true,
              type: true,
              direction: true,
              accumulation: true,
              aggregation: true,
              aggregationStep: true,
              countsPersons: true,
              unit: true,
              currency: true,
              decimals: true,
              texts,
              steps: { orderBy: { step: "asc" }, select: { texts } },
              tables: { orderBy: { position: "asc" }, select: { code: true } },
            },
          },
        },
      },
    },
  });
  return rows.flatMap(({ indicator, ...place }): PublishedDefinition[] => {
    const row = { ...indicator, ...place };
    const version = holdingVersion(row.versions, new Date(startsOn)) ?? row.versions.at(-1);
    if (!version) return [];
    const { texts: words, steps, tables, currency, validFrom: _, comparable: __, ...rules } = version;
    const text = inLocale(words, locale);
    return [
      {
        id: row.id,
        nodeId: row.nodeId,
        level: row.level,
        tables: tables.map((table) => table.code),
        facts: {
          ...rules,
          code: row.code,
          unit: currency ?? version.unit,
          title: text?.title ?? row.code,
          definition: text?.definition ?? "",
          computation: text?.computation ?? "",
          source: text?.source ?? "",
          responsible: text?.responsible ?? "",
          limits: text?.limits ?? "",
          numerator: text?.numerator ?? "",
          denominator: text?.denominator ?? "",
          steps: steps.map((step) => inLocale(step.texts, locale)?.title ?? ""),
        },
        history: row.versions.map((each) => ({
          version: each.version,
          validFrom: each.validFrom && dayOf(each.validFrom),
          comparable: each.comparable,
          definition: inLocale(each.texts, locale)?.definition ?? "",
        })),
      },
    ];
  });
}

/**
 * Indicators in one period, each with its way there, in the framework's order.
 * @param code of the only one; null for all of the plan
 */
export async function indicatorViews(
  plan: PublishedPlan,
  period: PublishedPeriod,
  code: string | null,
  reader: ResultReader,
  locale: string,
): Promise<IndicatorView[]> {
  const definitions = await publishedDefinitions(plan.edition.id, code, period.startsOn, locale);
  if (definitions.length === 0) return [];
  const client = await db();
  const framework = await publishedFramework(plan.edition.id, locale);
  const dimensions = await dimensionsOfPlan(client, plan.id, locale);
  const periods = plan.periods.filter(({ endsOn, hasResults }) => hasResults && endsOn <= period.endsOn);
  const rows = await reader.explained({
    ...(code !== null && { indicatorVersion: { indicatorId: { in: definitions.map(({ id }) => id) } } }),
    OR: [
      { periodId: period.id },
      { periodId: { in: periods.map(({ id }) => id) }, cell: { planId: plan.id, key: totalCell } },
    ],
  });
  const resting = await restingCountries(plan, rows, (_, periodId) => periodId === period.id, reader);
  const isInWords = definitions.some(({ facts }) => facts.type === "narrative");
  const words = isInWords ? await unitsWithWords(plan, period.id) : new Map<string, ReadonlySet<number>>();
  const paths = await publishedPaths(plan, code === null ? {} : { indicators: [code] });
  const rowsOf = new Map<number, ExplainedResult[]>(definitions.map(({ id }) => [id, []]));
  for (const row of rows) rowsOf.get(row.indicatorId)?.push(row);
  return definitions.map((definition) =>
    viewOf(definition, rowsOf.get(definition.id) ?? [], {
      plan,
      period,
      periods,
      framework,
      dimensions,
      words,
      paths,
      resting,
      reader,
    }),
  );
}

interface Context {
  plan: PublishedPlan;
  period: PublishedPeriod;
  /** With results, up to the period. */
  periods: readonly PublishedPeriod[];
  framework: PublishedFramework;
  dimensions: readonly DimensionView[];
  /** Which units made words about a pillar public in the period, by its code. */
  words: ReadonlyMap<string, ReadonlySet<number>>;
  paths: PublishedPaths;
  resting: RestingCountries;
  reader: ResultReader;
}

function viewOf(
  definition: PublishedDefinition,
  rows: readonly ExplainedResult[],
  { plan, period, periods, framework, dimensions, words, paths, resting, reader }: Context,
): IndicatorView {
  const isRegional = definition.level === "region";
  const lineage = framework.lineage(definition.nodeId);
  const found = new Map(rows.map((row) => [`${row.unitId} ${row.periodId} ${row.cell}`, row]));
  const totalOf = (unit: PublishedUnit, periodId: number) => found.get(`${unit.id} ${periodId} ${totalCell}`);

  const at = (unit: PublishedUnit, when: PublishedPeriod) => ({
    indicatorId: definition.id,
    unitId: unit.id,
    period: when,
  });
  const absent = (unit: PublishedUnit, when: PublishedPeriod): PublicValue => ({
    state: "missing",
    reason: paths.dueVersion(at(unit, when)) === null ? null : "noApprovedReport",
  });
  const lineOf = (unit: PublishedUnit) => {
    const points = periods.map((when): LinePoint => {
      const result = totalOf(unit, when.id);
      const none = absent(unit, when);
      const status = result ? shownStatusOf(result) : absentStatus(none);
      return {
        period: when,
        value: result?.value ?? none,
        version: result?.version ?? null,
        status,
        ...(result?.takenDownOn && { takenDownOn: result.takenDownOn }),
      };
    });
    const result = totalOf(unit, period.id);
    return {
      code: unit.code,
      name: unit.name,
      points,
      status: points.at(-1)?.status ?? "noValue",
      ratio: result?.ratio ?? null,
      approvedOn: result ? dayInRegion(result.approvedAt) : null,
      explanation: result?.explanation ?? null,
      countries:
        result && result.countriesIn !== null && result.countriesOf !== null
          ? { in: result.countriesIn, of: result.countriesOf }
          : null,
    };
  };
  const countryLine = (unit: PublishedUnit): CountryLine => {
    const { explanation, countries: _, ...line } = lineOf(unit);
    return { ...line, assessment: explanation?.unit ?? unreported(unit) };
  };
  // Baseline, path and target are a promise that doesn't depend on the report.
  const unreported = (unit: PublishedUnit) => {
    const last = periods
      .slice(0, -1)
      .map(({ id, endsOn }) => ({ status: totalOf(unit, id)?.status ?? null, periodEndsOn: endsOn }))
      .findLast((each): each is LastStatus => each.status !== null && each.status !== "notAssessed");
    return paths.unreported(at(unit, period), last ?? null, reader.isExact(unit.id));
  };
  const regionLine = (unit: PublishedUnit): RegionLine | null => {
    const { explanation, ...line } = lineOf(unit);
    const value = totalOf(unit, period.id)?.value;
    if (!explanation && !(value && isTakenDown(value))) return null;
    const own = explanation ? explanation.unit : isRegional ? unreported(unit) : null;
    const worked = periods.flatMap(({ id, code: when }) => {
      const result = totalOf(unit, id);
      const region = result?.explanation?.region;
      return region ? [{ ...region, when, value: result.value }] : [];
    });
    const before = worked.filter(({ when }) => when !== period.code);
    return {
      ...line,
      status: regionStatusOf(line.status, isRegional),
      assessment: explanation?.region
        ? { region: explanation.region.assessment, unit: null }
        : own && { region: null, unit: own },
      restsOn: Object.fromEntries(worked.map(({ when, restsOn }) => [when, restsOn])),
      statedBefore: Object.fromEntries(
        before.map(({ when, value, restsOn, assessment }) => [when, statedOver(value, restsOn, assessment)]),
      ),
      carried: explanation?.region?.carried ?? [],
    };
  };

  const units = isRegional ? (plan.region ? [plan.region] : []) : plan.countries;
  const workedOut = isRegional ? null : plan.region;
  const unitOf = (code: string) => [...plan.countries, plan.region].find((each) => each?.code === code) ?? null;
  const valueAt = (unit: string, cell: string) => found.get(`${unitOf(unit)?.id} ${period.id} ${cell}`)?.value;
  const absentAt = (code: string): PublicValue => {
    const unit = unitOf(code);
    return unit && units.includes(unit) ? absent(unit, period) : { state: "missing", reason: null };
  };
  const node = (kind: string) => lineage.find((each) => each.kind === kind) ?? { code: "", title: "" };
  return {
    plan: plan.head,
    period,
    periods: plan.periods,
    pillar: node("pillar"),
    goal: node("goal"),
    nodes: lineage.filter(({ kind }) => kind === "outcome" || kind === "output"),
    indicator: definition.facts,
    history: definition.history,
    countries: isRegional ? [] : plan.countries.map(countryLine),
    region: plan.region && regionLine(plan.region),
    wordsOf:
      definition.facts.type === "narrative"
        ? plan.countries.filter(({ id }) => words.get(node("pillar").code)?.has(id)).map(({ code }) => code)
        : [],
    breakdowns: breakdownsOf(definition.tables, dimensions, units, workedOut, valueAt, absentAt, (cell) =>
      resting({ indicatorId: definition.id, periodId: period.id, cell }),
    ),
  };
}

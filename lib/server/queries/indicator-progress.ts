import "server-only";
import { cache } from "react";
import type { CountryLine, IndicatorView, LinePoint, RegionLine } from "@/lib/charts/indicator-view";
import type { PublicFigure } from "@/lib/charts/public-figure";
import { shownStatusOf } from "@/lib/charts/shown-status";
import { totalCell } from "@/lib/domain/disaggregation";
import { areCodes } from "@/lib/schemas/report-forms";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { breakdownsOf } from "@/lib/server/published/breakdowns";
import { publishedDefinition } from "@/lib/server/published/definition";
import { publishedFramework } from "@/lib/server/published/framework";
import { type PublishedUnit, publishedPeriod, publishedPlan } from "@/lib/server/published/plan";
import { dimensionsOfPlan } from "@/lib/server/reporting/plan-dimensions";
import { publicExplanation, publicExplanationSelect, publicResult } from "@/lib/server/results/public-result";

const missing: PublicFigure = { mark: "missing", reason: null };

/** One indicator in a period, or in the latest with results; null where there is no such plan, indicator or period. */
export const indicatorProgress = cache(
  async (planCode: string, code: string, periodCode: string | null, locale: string): Promise<IndicatorView | null> => {
    if (!areCodes(planCode, code)) return null;
    const plan = await publishedPlan(planCode, locale);
    const period = plan && publishedPeriod(plan, periodCode);
    const definition = plan && period && (await publishedDefinition(plan.id, code, period.startsOn, locale));
    if (!plan || !period || !definition) return null;
    const client = await db();
    const framework = await publishedFramework(plan.id, locale);
    const lineage = framework.lineage(definition.nodeId);
    const periods = plan.periods.filter(({ endsOn, hasResults }) => hasResults && endsOn <= period.endsOn);
    const rows = await client.result.findMany({
      where: {
        planId: plan.id,
        indicatorVersion: { indicatorId: definition.id },
        OR: [
          { periodId: period.id },
          { periodId: { in: periods.map(({ id }) => id) }, cell: { planId: plan.id, key: totalCell } },
        ],
      },
      select: {
        ...publicExplanationSelect,
        ...{
          periodId: true,
          unitId: true,
          cell: { select: { key: true } },
          indicatorVersion: { select: { version: true } },
        },
      },
    });
    const found = new Map(rows.map((row) => [`${row.unitId} ${row.periodId} ${row.cell.key}`, row]));
    const totalOf = (unit: PublishedUnit, periodId: number) => found.get(`${unit.id} ${periodId} ${totalCell}`);

    const lineOf = (unit: PublishedUnit) => {
      const points = periods.map((when): LinePoint => {
        const row = totalOf(unit, when.id);
        const result = row && publicResult(row, plan.head.threshold);
        const status = result ? shownStatusOf(result) : "noValue";
        return {
          period: when,
          figure: result?.figure ?? missing,
          version: row?.indicatorVersion.version ?? null,
          status,
        };
      });
      const row = totalOf(unit, period.id);
      const result = row && publicExplanation(row, plan.head.threshold);
      return {
        code: unit.code,
        name: unit.name,
        points,
        status: points.at(-1)?.status ?? "noValue",
        ratio: result?.ratio ?? null,
        approvedOn: result ? dayOf(result.approvedAt) : null,
        explanation: result?.explanation ?? null,
        countries:
          result && result.countriesIn !== null && result.countriesOf !== null
            ? { in: result.countriesIn, of: result.countriesOf }
            : null,
      };
    };
    const countryLine = (unit: PublishedUnit): CountryLine => {
      const { explanation, countries: _, ...line } = lineOf(unit);
      return { ...line, assessment: explanation?.unit ?? null };
    };
    const regionLine = (unit: PublishedUnit): RegionLine | null => {
      const { explanation, ...line } = lineOf(unit);
      if (!explanation) return null;
      const restsOn = periods.flatMap(({ id, code: when }) => {
        const row = totalOf(unit, id);
        const region = row && publicExplanation(row, plan.head.threshold).explanation?.region;
        return region ? [[when, region.restsOn] as const] : [];
      });
      return {
        ...line,
        assessment: explanation.region
          ? { region: explanation.region.assessment, unit: null }
          : { region: null, unit: explanation.unit },
        restsOn: Object.fromEntries(restsOn),
        carried: explanation.region?.carried ?? [],
      };
    };

    const isRegional = definition.level === "region";
    const units = isRegional ? (plan.region ? [plan.region] : []) : plan.countries;
    const dimensions = await dimensionsOfPlan(client, plan.id, locale);
    const figureAt = (unit: string, cell: string) => {
      const id = units.find((each) => each.code === unit)?.id;
      const row = found.get(`${id} ${period.id} ${cell}`);
      return row && publicResult(row, plan.head.threshold).figure;
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
      breakdowns: breakdownsOf(definition.tables, dimensions, units, figureAt),
    };
  },
);

import "server-only";
import { holdingVersion, type VersionMark } from "@/lib/domain/indicator-version";
import { spokenLocale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";
import type { Frequency, UnitLevel } from "@/lib/server/db/generated/client";
import { inLocale, textsFor } from "./locale-text";

/** An indicator as it is entered in a period: under the version that holds then. */
export interface PeriodIndicator {
  id: number;
  versionId: number;
  /** The history of its versions. */
  versions: VersionMark[];
  view: IndicatorView;
}

export interface GoalOfPlan {
  code: string;
  pillar: string;
  title: string;
  shortTitle: string;
}

/** Units of every level but the region's enter the countries' indicators. */
export const enteredLevel = (level: UnitLevel): UnitLevel => (level === "region" ? "region" : "country");

/** The version that holds for a period: the latest whose first period isn't a later one. */
export const holdsFor = (startsOn: Date) => ({ OR: [{ validFrom: null }, { validFrom: { lte: startsOn } }] });

/**
 * The indicators that a unit of this level reports in the period, in the framework's order. An indicator is reported
 * in periods of its own frequency.
 */
export async function indicatorsOfPeriod(
  client: Pick<Transaction, "indicator" | "frameworkNode">,
  planId: number,
  level: UnitLevel,
  period: { startsOn: Date; frequency: Frequency },
  locale: string,
): Promise<{ goals: GoalOfPlan[]; indicators: PeriodIndicator[] }> {
  const rows = await client.indicator.findMany({
    where: { planId, level: enteredLevel(level) },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      nodeId: true,
      versions: {
        orderBy: { version: "desc" },
        select: {
          id: true,
          version: true,
          comparable: true,
          validFrom: true,
          type: true,
          direction: true,
          accumulation: true,
          aggregation: true,
          aggregationStep: true,
          countsPersons: true,
          decimals: true,
          lowest: true,
          highest: true,
          mayExceedHundred: true,
          unit: true,
          currency: true,
          frequency: true,
          texts: { where: textsFor(spokenLocale(locale)) },
          steps: { orderBy: { step: "asc" }, select: { step: true, texts: { where: textsFor(spokenLocale(locale)) } } },
          tables: { orderBy: { position: "asc" }, select: { code: true } },
        },
      },
    },
  });
  const { goals, goalOf } = await goalsOfPlan(client, planId, locale);
  const indicators = rows.flatMap(({ id, code, nodeId, versions }): PeriodIndicator[] => {
    const valid = holdingVersion(versions, period.startsOn);
    if (!valid || valid.frequency !== period.frequency) return [];
    const { id: versionId, version, unit, currency, texts, steps, tables, type, direction, accumulation } = valid;
    const { title, definition, computation, source, responsible, limits, numerator, denominator } = inLocale(
      texts,
      locale,
    )!;
    return [
      {
        id,
        versionId,
        versions: versions.map(({ version, comparable }) => ({ version, comparable })),
        view: {
          code,
          goal: goalOf(nodeId),
          version,
          ...{ title, definition, computation, source, responsible, limits, numerator, denominator },
          rules: {
            ...{ type, direction, accumulation },
            aggregation: valid.aggregation,
            aggregationStep: valid.aggregationStep,
            countsPersons: valid.countsPersons,
            decimals: valid.decimals,
            lowest: valid.lowest?.toFixed() ?? null,
            highest: valid.highest?.toFixed() ?? null,
            mayExceedHundred: valid.mayExceedHundred,
            unit,
            stepCount: steps.length,
          },
          unit,
          currency,
          steps: steps.map((step) => inLocale(step.texts, spokenLocale(locale))?.title ?? String(step.step)),
          tables: tables.map((table) => ({ code: table.code, dimensions: table.code.split("*") })),
        },
      },
    ];
  });
  const used = new Set(indicators.map(({ view }) => view.goal));
  return { goals: goals.filter(({ code }) => used.has(code)), indicators };
}

async function goalsOfPlan(client: Pick<Transaction, "frameworkNode">, planId: number, locale: string) {
  const nodes = await client.frameworkNode.findMany({
    where: { planId, kind: { not: "activity" } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      kind: true,
      parentId: true,
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: {
          texts: { where: textsFor(spokenLocale(locale)), select: { locale: true, title: true, shortTitle: true } },
        },
      },
    },
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pillars = nodes.filter(({ kind }) => kind === "pillar");
  const goals = pillars.flatMap((pillar) =>
    nodes
      .filter(({ kind, parentId }) => kind === "goal" && parentId === pillar.id)
      .map((goal): GoalOfPlan => {
        const text = inLocale(goal.versions[0]?.texts ?? [], spokenLocale(locale));
        return { code: goal.code, pillar: pillar.code, title: text?.title ?? "", shortTitle: text?.shortTitle ?? "" };
      }),
  );
  /** @throws RangeError for a node that stands under no goal, which no framework has. */
  const goalOf = (nodeId: number): string => {
    for (let node = byId.get(nodeId); node; node = node.parentId === null ? undefined : byId.get(node.parentId))
      if (node.kind === "goal") return node.code;
    throw new RangeError(`node ${nodeId} stands under no goal`);
  };
  return { goals, goalOf };
}

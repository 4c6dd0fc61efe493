import "server-only";
import type { VersionComparability } from "@/lib/domain/framework/indicator-version";
import type { Transaction } from "@/lib/server/db/client";
import type { Frequency, Prisma, UnitLevel } from "@/lib/server/db/generated/client";
import type { IndicatorView } from "@/lib/views/report-view";
import type { FrameworkTree } from "./framework-tree";
import { inLocale, textsFor } from "./locale-text";

/** A definition of an indicator in words. */
interface DefinedVersion {
  id: number;
  validFrom: Date | null;
  frequency: Frequency;
  view: IndicatorView;
}

export interface FrameworkIndicator {
  id: number;
  level: UnitLevel;
  /** The codes of the outcome or output that it measures and of what that stands under, up to its goal. */
  path: readonly string[];
  /** The history of its versions, the latest first. */
  history: readonly VersionComparability[];
  /** The latest first. */
  versions: readonly DefinedVersion[];
}

/** All indicators of an edition with every version of their definitions, in the framework's order. */
export async function frameworkIndicators(
  client: Pick<Transaction, "indicatorVersion">,
  edition: Prisma.FrameworkEditionWhereInput,
  { pathOf }: Pick<FrameworkTree, "pathOf">,
  language: string,
): Promise<FrameworkIndicator[]> {
  const texts = { where: { definedIn: { edition }, ...textsFor(language) } };
  // Versions are asked, not indicators with their versions: a decimal in a relation may come as a float.
  const found = await client.indicatorVersion.findMany({
    where: { editions: { some: { edition } }, indicator: { editions: { some: { edition } } } },
    orderBy: { version: "desc" },
    select: {
      id: true,
      version: true,
      comparable: true,
      validFrom: true,
      frequency: true,
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
      indicator: {
        select: {
          id: true,
          level: true,
          editions: { where: { edition }, select: { code: true, nodeId: true, position: true } },
        },
      },
      texts,
      steps: { orderBy: { step: "asc" }, select: { step: true, texts } },
      tables: { orderBy: { position: "asc" }, select: { code: true } },
    },
  });
  const rows = found
    .map(({ indicator: { editions, ...own }, ...row }) => ({ ...row, indicator: { ...own, ...editions[0]! } }))
    .sort((a, b) => a.indicator.position - b.indicator.position);
  const indicators = new Map<
    number,
    { level: UnitLevel; path: string[]; history: VersionComparability[]; versions: DefinedVersion[] }
  >();
  for (const {
    id,
    indicator,
    version,
    comparable,
    validFrom,
    frequency,
    texts: words,
    steps,
    tables,
    ...row
  } of rows) {
    const { type, direction, accumulation, unit } = row;
    const own = indicators.get(indicator.id) ?? {
      level: indicator.level,
      path: pathOf(indicator.nodeId),
      history: [],
      versions: [],
    };
    indicators.set(indicator.id, own);
    own.history.push({ version, comparable });
    own.versions.push({
      id,
      validFrom,
      frequency,
      view: {
        code: indicator.code,
        goal: own.path.at(-1)!,
        version,
        ...wordsOf(inLocale(words, language)),
        rules: {
          type,
          direction,
          accumulation,
          aggregation: row.aggregation,
          aggregationStep: row.aggregationStep,
          countsPersons: row.countsPersons,
          decimals: row.decimals,
          lowest: row.lowest?.toFixed() ?? null,
          highest: row.highest?.toFixed() ?? null,
          mayExceedHundred: row.mayExceedHundred,
          unit,
          stepCount: steps.length,
        },
        unit,
        steps: steps.map((step) => inLocale(step.texts, language)?.title ?? String(step.step)),
        tables: tables.map((table) => ({ code: table.code, dimensions: table.code.split("*") })),
      },
    });
  }
  return [...indicators].map(([id, indicator]) => ({ id, ...indicator }));
}

type Words = Pick<
  IndicatorView,
  "title" | "definition" | "computation" | "source" | "responsible" | "limits" | "numerator" | "denominator"
>;

const wordsOf = (text: Words | undefined): Words => ({
  title: text?.title ?? "",
  definition: text?.definition ?? "",
  computation: text?.computation ?? "",
  source: text?.source ?? "",
  responsible: text?.responsible ?? "",
  limits: text?.limits ?? "",
  numerator: text?.numerator ?? "",
  denominator: text?.denominator ?? "",
});

import "server-only";
import { isComputable } from "@/lib/domain/progress/regional-value";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { Scale } from "@/lib/views/public-value";

/** What rows of a file say of a version of an indicator. */
export interface VersionWords {
  indicatorId: number;
  /** Of the indicator. */
  code: string;
  title: string;
  measure: (words: Pick<ShownWords, "unit">) => string;
  steps: string[];
  scale: Scale;
  /** The secretariat reports it for the region. */
  isOfRegion: boolean;
  /** The region's value is how many countries are there. */
  countsCountries: boolean;
  /** What countries report can't be worked out for the region. */
  hasNoRegion: boolean;
}

export const versionKey = (indicatorId: number, version: number) => `${indicatorId} ${version}`;

/**
 * Every version of these indicators' definitions in an edition, by `versionKey`, in the order of the framework.
 * @param codes null: of all its indicators
 */
export async function versionsOf(
  editionId: number,
  codes: readonly string[] | null,
  locale: string,
): Promise<ReadonlyMap<string, VersionWords>> {
  const client = await db();
  const texts = { where: { editionId, ...textsFor(locale) }, select: { locale: true, title: true } } as const;
  const versions = await client.indicatorVersion.findMany({
    where: {
      editions: { some: { editionId } },
      indicator: { editions: { some: { editionId, ...(codes && { code: { in: [...codes] } }) } } },
    },
    select: {
      indicatorId: true,
      version: true,
      type: true,
      decimals: true,
      unit: true,
      currency: true,
      aggregation: true,
      aggregationStep: true,
      indicator: {
        select: { level: true, editions: { where: { editionId }, select: { code: true, position: true } } },
      },
      texts,
      steps: { orderBy: { step: "asc" }, select: { texts } },
    },
  });
  const placeOf = ({ indicator }: (typeof versions)[number]) => indicator.editions[0]!.position;
  const inOrder = versions.toSorted((one, other) => placeOf(one) - placeOf(other) || one.version - other.version);
  return new Map(
    inOrder.map(({ indicatorId, version, indicator, texts: words, steps: all, unit, currency, ...rules }) => {
      const steps = all.map((step) => inLocale(step.texts, locale)?.title ?? "");
      const named = {
        indicatorId,
        code: indicator.editions[0]!.code,
        title: inLocale(words, locale)?.title ?? "",
        measure: (said: Pick<ShownWords, "unit">) =>
          rules.type === "percentage" ? "%" : (currency ?? (unit === null ? "" : said.unit(unit))),
        steps,
        scale: { type: rules.type, decimals: rules.decimals, steps },
        isOfRegion: indicator.level === "region",
        countsCountries: rules.aggregation === "countOfCountries" && indicator.level !== "region",
        hasNoRegion: indicator.level !== "region" && !isComputable(rules),
      };
      return [versionKey(indicatorId, version), named];
    }),
  );
}

/** What a file says beside its values, in its language. */
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

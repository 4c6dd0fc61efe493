import "server-only";
import type { Direction, IndicatorType } from "@/lib/domain/framework/indicator";
import { holdingVersion, type VersionComparability } from "@/lib/domain/framework/indicator-version";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";

/** An indicator under the version of its definition that a period goes by, as tables name it. */
export interface PublishedIndicator {
  id: number;
  code: string;
  nodeId: number;
  level: "region" | "country" | "province";
  version: number;
  /** Every version of its definition. */
  history: VersionComparability[];
  title: string;
  type: IndicatorType;
  direction: Direction;
  decimals: number;
  unit: string | null;
  steps: string[];
}

/** Every indicator of an edition in the framework's order, as defined for a period that begins on a day. */
export async function publishedIndicators(
  editionId: number,
  startsOn: IsoDate,
  locale: string,
): Promise<PublishedIndicator[]> {
  const client = await db();
  const texts = { where: { editionId, ...textsFor(locale) }, select: { locale: true, title: true } } as const;
  const rows = await client.editionIndicator.findMany({
    where: { editionId },
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
            orderBy: { version: "asc" },
            select: {
              version: true,
              comparable: true,
              validFrom: true,
              type: true,
              direction: true,
              decimals: true,
              unit: true,
              currency: true,
              texts,
              steps: { orderBy: { step: "asc" }, select: { texts } },
            },
          },
        },
      },
    },
  });
  return rows.flatMap(({ indicator: { versions, ...indicator }, ...place }) => {
    const row = { ...indicator, ...place };
    const version = holdingVersion(versions, new Date(startsOn)) ?? versions[0];
    if (!version) return [];
    return [
      {
        ...row,
        version: version.version,
        history: versions.map(({ version: number, comparable }) => ({ version: number, comparable })),
        title: inLocale(version.texts, locale)?.title ?? row.code,
        type: version.type,
        direction: version.direction,
        decimals: version.decimals,
        unit: version.currency ?? version.unit,
        steps: version.steps.map(({ texts }) => inLocale(texts, locale)?.title ?? ""),
      },
    ];
  });
}

import "server-only";
import { holdingVersion } from "@/lib/domain/framework/indicator-version";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { DefinitionVersion, IndicatorFacts } from "@/lib/views/indicator-view";

export interface PublishedDefinition {
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
export async function publishedDefinitions(
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

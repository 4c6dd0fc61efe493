import "server-only";
import type { DefinitionVersion, IndicatorFacts } from "@/lib/charts/indicator-view";
import { holdingVersion } from "@/lib/domain/indicator-version";
import type { IsoDate } from "@/lib/domain/reporting-period";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { inLocale, textsFor } from "@/lib/server/reporting/locale-text";

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

/** An indicator in full, as defined for a period that begins on a day; null for a code that there isn't. */
export async function publishedDefinition(
  planId: number,
  code: string,
  startsOn: IsoDate,
  locale: string,
): Promise<PublishedDefinition | null> {
  const client = await db();
  const texts = { where: textsFor(locale) };
  const row = await client.indicator.findUnique({
    where: { planId_code: { planId, code } },
    select: {
      ...{ id: true, code: true, nodeId: true, level: true },
      versions: {
        orderBy: { version: "desc" },
        select: {
          ...{ version: true, validFrom: true, comparable: true, type: true, direction: true, accumulation: true },
          ...{
            aggregation: true,
            aggregationStep: true,
            countsPersons: true,
            unit: true,
            currency: true,
            decimals: true,
          },
          texts,
          steps: { orderBy: { step: "asc" }, select: { texts } },
          tables: { orderBy: { position: "asc" }, select: { code: true } },
        },
      },
    },
  });
  const version = row && (holdingVersion(row.versions, new Date(startsOn)) ?? row.versions.at(-1));
  if (!row || !version) return null;
  const { texts: words, steps, tables, currency, validFrom: _, comparable: __, ...rules } = version;
  const text = inLocale(words, locale);
  return {
    id: row.id,
    nodeId: row.nodeId,
    level: row.level,
    tables: tables.map((table) => table.code),
    facts: {
      ...rules,
      code,
      unit: currency ?? version.unit,
      title: text?.title ?? code,
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
  };
}

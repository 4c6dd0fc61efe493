import "server-only";
import { byTime } from "@/lib/domain/framework/reporting-period";
import { thresholdAt } from "@/lib/domain/results/plan-facts";
import { versionIn } from "@/lib/schemas/addresses/release-path";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { periodsWithResults } from "@/lib/server/results/read/periods-with-results";
import { releasesOf } from "@/lib/server/results/read/releases";
import type { NamedUnit, ResultsPeriod, ResultsPlan } from "@/lib/views/results-plan";

export interface PublishedUnit extends NamedUnit {
  id: number;
  longName: string;
}

export interface PublishedPeriod extends ResultsPeriod {
  id: number;
}

/** A plan with its periods and units, as public pages name them. */
export interface PublishedPlan {
  id: number;
  /** Results are read as they stood in it. */
  version: number;
  /** Of the framework: words, places and definitions are read from it. */
  edition: { id: number };
  /** The newest results version as the address has it, its edition and since when that holds: others only where a release is read. */
  present: { version: number; editionId: number; editionFrom: number };
  head: ResultsPlan;
  /** In the order of time. */
  periods: PublishedPeriod[];
  /** In the plan's order. */
  countries: PublishedUnit[];
  region: PublishedUnit | null;
}

/**
 * @param version a results version, or a release, as an address has it (`release-path.ts`); null: the present one
 * @returns null for a plan that there isn't, and for a version that can't be read any more, or not yet
 */
export async function publishedPlan(
  code: string,
  locale: string,
  version: string | null,
): Promise<PublishedPlan | null> {
  const client = await db();
  const texts = { where: textsFor(locale) };
  const plan = await client.plan.findUnique({
    where: { code },
    select: {
      id: true,
      code: true,
      isDemonstration: true,
      endsOn: true,
      smallCountThreshold: true,
      resultsVersion: true,
      historyFrom: true,
      thresholds: { orderBy: { until: "asc" }, select: { threshold: true, until: true } },
      editions: {
        orderBy: { fromVersion: "asc" },
        where: { fromVersion: { not: null } },
        select: { id: true, number: true, datedOn: true, isReference: true, fromVersion: true },
      },
      texts: { ...texts, select: { locale: true, title: true, subtitle: true } },
      periods: { select: { id: true, code: true, startsOn: true, endsOn: true, frequency: true } },
      units: {
        where: { level: { in: ["region", "country"] } },
        orderBy: { position: "asc" },
        select: {
          id: true,
          code: true,
          level: true,
          texts: { ...texts, select: { locale: true, name: true, longName: true } },
        },
      },
    },
  });
  if (!plan) return null;
  const said = version === null ? { present: plan.resultsVersion, release: null } : versionIn(version);
  if (said === null || said.present > plan.resultsVersion) return null;
  const releases = said.release === null ? [] : await releasesOf(plan.id, locale);
  const release = releases.find(({ code }) => code === said.release) ?? null;
  if (said.release !== null && release === null) return null;
  const asked = release?.version ?? said.present;
  if (asked < plan.historyFrom) return null;
  const editionOf = (version: number) => plan.editions.findLast(({ fromVersion }) => fromVersion! <= version);
  const [edition, newest] = [editionOf(asked), editionOf(said.present)];
  if (!edition || !newest) return null;
  const withResults = await periodsWithResults(plan.id, asked);
  const text = inLocale(plan.texts, locale);
  const units = plan.units.map(({ id, code: unit, level, texts: names }) => {
    const own = inLocale(names, locale);
    return { id, code: unit, level, name: own?.name ?? unit, longName: own?.longName ?? unit };
  });
  return {
    id: plan.id,
    version: asked,
    edition: { id: edition.id },
    present: { version: said.present, editionId: newest.id, editionFrom: newest.fromVersion! },
    head: {
      code: plan.code,
      title: text?.title ?? plan.code,
      subtitle: text?.subtitle ?? "",
      isReference: edition.isReference,
      edition: { number: edition.number, datedOn: dayOf(edition.datedOn) },
      isDemonstration: plan.isDemonstration,
      endsOn: dayOf(plan.endsOn),
      ...thresholdsIn({ threshold: plan.smallCountThreshold, formerThresholds: plan.thresholds }, asked),
      version: asked,
      release,
    },
    periods: plan.periods
      .map((period) => ({
        ...period,
        startsOn: dayOf(period.startsOn),
        endsOn: dayOf(period.endsOn),
        hasResults: withResults.has(period.code),
      }))
      .sort(byTime),
    countries: units.filter(({ level }) => level === "country"),
    region: units.find(({ level }) => level === "region") ?? null,
  };
}

/** The threshold of a version, and the others that its marks may be of: those of before, in order. */
function thresholdsIn(thresholds: Parameters<typeof thresholdAt>[0], version: number) {
  const threshold = thresholdAt(thresholds, version);
  const before = thresholds.formerThresholds.filter(({ until }) => until < version).map((former) => former.threshold);
  const earlier = [...new Set(before)].filter((each) => each !== threshold).sort((one, other) => one - other);
  return { threshold, ...(earlier.length > 0 && { earlierThresholds: earlier }) };
}

/** The period of this code, or the latest with results; null where there is none, or nothing was approved for it. */
export function publishedPeriod({ periods }: PublishedPlan, code: string | null): PublishedPeriod | null {
  const withResults = periods.filter(({ hasResults }) => hasResults);
  return (code === null ? withResults.at(-1) : withResults.find((period) => period.code === code)) ?? null;
}

import "server-only";
import { readPlatformReportCode } from "@/lib/domain/commitments/platform-report";
import type { PublicationSettings } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { planPath, platformReportPath } from "@/lib/i18n/paths";
import { publicationWords } from "@/lib/i18n/publication-words";
import { spokenLocale } from "@/lib/i18n/routing";
import type { PublicationContent } from "@/lib/publication/content";
import { preparePlatformDocument } from "@/lib/publication/prepare/platform/platform-document";
import { prepareWorkbookWords } from "@/lib/publication/prepare/workbook-words";
import { platformReportView, readMembers, readPlatformReport } from "@/lib/server/civil-society/platform-rows";
import { readPublicObservations } from "@/lib/server/commitments/read-public-observations";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { siteAddress } from "@/lib/server/http/site-address";
import { publisherOfServer } from "@/lib/server/publisher";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type { PlatformPaperView } from "@/lib/views/commitments/platform-paper-view";

/**
 * Reads what the files of a platform's report are made of. They go from hand to hand: of observations they have what anybody
 * may read, attributed as anybody is told.
 * @returns `textIds` are the rows whose words are in it, for whoever keeps them
 * @throws Refusal `notFound` for a report that there isn't, and for a draft
 */
export async function readPlatformContent(
  planCode: string,
  settings: PublicationSettings,
  now: Date,
): Promise<PublicationContent & { version: number; presentVersion: number; textIds: number[] }> {
  const { language } = settings;
  const plan = await publishedPlan(planCode, language, null);
  const address = readPlatformReportCode(settings.report ?? "");
  const client = await db();
  const of = plan && address && { ...address, planId: plan.id };
  const row = of && (await readPlatformReport(client, of, { locale: language, language: spokenLocale(language) }));
  if (!plan || !row || row.state === "draft") throw new Refusal("notFound");
  const { smallCountThreshold: threshold } = await client.plan.findUniqueOrThrow({
    where: { id: plan.id },
    select: { smallCountThreshold: true },
  });
  const framework = await frameworkOf({ id: plan.id, resultsVersion: plan.version }, language);
  const members = await readMembers(client, plan.id, language);
  const said = await readPublicObservations({ plan, framework }, language, ofYear(row, plan));
  const report = platformReportView(row, {
    framework,
    locale: language,
    threshold,
    observations: [],
    now,
  });
  const view: PlatformPaperView = {
    plan: plan.head,
    report,
    readOn: dayInRegion(now),
    said: said.filter((each) => each.said !== null).reverse(),
    members: members.filter(({ unitId }) => unitId === row.unitId).map(({ name }) => name),
    units: [...plan.countries, ...(plan.region ? [plan.region] : [])],
  };
  const words = await publicationWords(language);
  const web = siteAddress(platformReportPath(planPath(spokenLocale(language), planCode), report.code));
  return {
    document: preparePlatformDocument(settings, view, words, {
      publisher: publisherOfServer(),
      // What isn't for everybody has no address that everybody could follow.
      web: report.visibility === "public" && URL.canParse(web) ? web : null,
    }),
    book: { units: [], periods: [], goals: [], indicators: [], rows: [] },
    words: prepareWorkbookWords(words, { threshold, isInternal: false }),
    version: plan.version,
    presentVersion: plan.present.version,
    textIds: await textIdsOf(plan.id, view),
  };
}

/** About the report's year, and its unit; of the region about any. */
function ofYear(
  { unitId, year, level }: { unitId: number; year: number; level: string },
  { periods }: { periods: readonly { id: number; startsOn: string }[] },
): Prisma.AddressedTextWhereInput {
  const periodIds = periods.filter(({ startsOn }) => startsOn.startsWith(String(year))).map(({ id }) => id);
  return {
    observation: { periodId: { in: periodIds } },
    ...(level === "region" ? {} : { units: { some: { unitId } } }),
  };
}

async function textIdsOf(planId: number, { said, report }: PlatformPaperView): Promise<number[]> {
  const observations = await (await db()).addressedText.findMany({
    where: { planId, kind: "observation", number: { in: said.map(({ number }) => number) } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  // Of what was taken down before, no words are in it.
  const points = [...report.challenges, ...report.priorities]
    .filter(({ takenDown }) => takenDown === null)
    .map(({ textId }) => textId);
  return [...observations.map(({ id }) => id), ...points];
}

import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationLanguage } from "@/lib/domain/publication";
import { requestReportFiles } from "@/lib/server/commands/civil-society/request-report-files";
import { now } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { platformFile } from "@/lib/server/queries/civil-society/platform-file";
import { publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";
import { publicVersion } from "@/lib/server/queries/public-version";
import { storedSettings } from "../publication-row";
import { readPlatformContent } from "../read-platform-content";
import type { Publishing } from "./publishing";

/** Steps with the files of a platform's report for 2016, of the plan that a test has. */
export function platformReportFiles(given: Publishing) {
  const auditor = (): Actor => ({
    ...given.plan.actors.secretariat,
    roles: [{ role: "auditor", plan: null, unit: null }],
  });
  const address = (unit = "THA") => ({ plan: given.plan.code, unit, year: 2016 });
  const ask = (actor: Actor, language: PublicationLanguage = "en", unit = "THA") =>
    requestReportFiles(actor, address(unit), language, now);
  async function make(actor: Actor, language?: PublicationLanguage, unit?: string): Promise<number> {
    const { id } = await ask(actor, language, unit);
    await given.make(id);
    return id;
  }
  const fileFor = (actor: Actor | null, language: PublicationLanguage = "en", unit = "THA") =>
    platformFile(actor, { plan: given.plan.code, code: `CSO-${unit}-2016`, language, format: "pdf" });
  const areaVersion = () => publicVersion({ plan: given.plan.code, area: "civil-society" });
  const offered = async () => {
    const area = { code: given.plan.code, locale: "en", version: (await areaVersion())! };
    const page = await publicPlatformReport(area, "CSO-THA-2016");
    return page?.files.map(({ language, state, files }) => [language, state, ...files.map(({ format }) => format)]);
  };
  /** The report as its files have it now. */
  async function read(id: number, at = now) {
    const { settings } = await given.database.prisma.publication.findUniqueOrThrow({ where: { id } });
    const { document, textIds } = await readPlatformContent(given.plan.code, storedSettings(settings), at);
    return {
      document,
      textIds,
      said: (part: string) => JSON.stringify(document.chapters.find((each) => each.id === part)),
    };
  }
  return { auditor, address, ask, make, fileFor, areaVersion, offered, read };
}

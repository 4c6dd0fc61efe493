import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { requestReportFiles } from "@/lib/server/commands/civil-society/request-report-files";
import { now, reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { observing } from "@/lib/server/commands/commitments/testing/observing";
import { reportingTests } from "@/test/factories/reporting-plan";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { yourWork } from "../your-work";
import { platformReportForm, platformReportForWork } from "./platform-report-for-work";
import { platformForWork, platformsForWork } from "./platforms-for-work";

const on = reportingTests();
const { agreed, begun, words, seen } = reportingPlatform(on);
const { passed } = observing(on);
const asked = { locale: "en" as const, now };

it("statements of a page of a platform are few", async () => {
  const { author } = await agreed("THA");
  await passed();
  const { code } = on.plan;
  const address = { plan: code, unit: "THA", year: 2016 };
  for (const language of ["en", "th"] as const) await requestReportFiles(author, address, language, now);
  const { id } = await begun("KHM");
  await writePlatformReport(author, await seen(id), words(author.organisation.id), now);
  const draft = { ...address, unit: "KHM" };
  // Who is signed in is read by their id: the author is a CSO reporter's twin.
  const statementsOf = (page: (actor: Actor) => Promise<unknown>) => statementsOfPage(on.database, code, author, page);
  const counts = {
    work: await statementsOf((actor) => yourWork(actor, code, asked)),
    list: await statementsOf((actor) => platformsForWork(actor, code, "en")),
    platform: await statementsOf((actor) => platformForWork(actor, code, "THA", "en")),
    report: await statementsOf((actor) => platformReportForWork(actor, address, asked)),
    edit: await statementsOf((actor) => platformReportForm(actor, draft, asked)),
  };
  expect(Object.entries(counts).filter(([, count]) => count > ENOUGH_STATEMENTS)).toEqual([]);
});

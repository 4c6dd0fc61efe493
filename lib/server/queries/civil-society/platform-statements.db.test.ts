import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { now, reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { observing } from "@/lib/server/commands/commitments/testing/observing";
import { reportingTests } from "@/test/factories/reporting-plan";
import { observationsWaiting } from "../observations/observations-waiting";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { reportsDue } from "../reports-due";
import { platformReportForm, platformReportForWork } from "./platform-report-for-work";
import { platformForWork, platformsForWork } from "./platforms-for-work";
import { platformsWaiting } from "./platforms-waiting";

const on = reportingTests();
const { begun, words, seen } = reportingPlatform(on);
const { passed } = observing(on);
const asked = { locale: "en" as const, now };

it("statements of a page of a platform are few", async () => {
  const { author, id } = await begun();
  await passed();
  await writePlatformReport(author, await seen(id), words(author.organisation.id), now);
  const { code } = on.plan;
  const address = { plan: code, unit: "THA", year: 2016 };
  // Who is signed in is read by their id: the author is a CSO member's twin.
  const statementsOf = (page: (actor: Actor) => Promise<unknown>) => statementsOfPage(on.database, code, author, page);
  const counts = {
    work: await statementsOf(async (actor) => [
      await reportsDue(actor, code, asked),
      await observationsWaiting(actor, code, asked),
      await platformsWaiting(actor, code),
    ]),
    list: await statementsOf((actor) => platformsForWork(actor, code, "en")),
    platform: await statementsOf((actor) => platformForWork(actor, code, "THA", "en")),
    report: await statementsOf((actor) => platformReportForWork(actor, address, asked)),
    edit: await statementsOf((actor) => platformReportForm(actor, address, asked)),
  };
  expect(Object.entries(counts).filter(([, count]) => count > ENOUGH_STATEMENTS)).toEqual([]);
});

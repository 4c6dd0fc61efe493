import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sectionsOfKind } from "@/lib/domain/publication";
import { readAudit } from "@/lib/server/audit/read";
import { accountsAndEntry, now, type Step, type World } from "@/lib/server/audit/testing/accounts-and-entry";
import { assignments } from "@/lib/server/audit/testing/assignments";
import { reviewAndAfter } from "@/lib/server/audit/testing/review-and-after";
import { verifyAudit } from "@/lib/server/audit/verify-all";
import { cancelPublication } from "@/lib/server/commands/cancel-publication";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { eraseFromAudit } from "@/lib/server/commands/erase-from-audit";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { requestPublication } from "@/lib/server/commands/request-publication";
import { submitReport } from "@/lib/server/commands/submit-report";
import { testDatabase } from "@/lib/server/db/testing";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { indicatorForEntry } from "@/lib/server/queries/indicator-for-entry";
import { mustSeeReport } from "@/lib/server/queries/must-see-report";
import { narrativesForEntry } from "@/lib/server/queries/narratives-for-entry";
import { newsOfReport } from "@/lib/server/queries/news-of-report";
import { publicationBuilder } from "@/lib/server/queries/publications/publication-builder";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { publicationOf } from "@/lib/server/queries/publications/publication-list";
import { reportCheck } from "@/lib/server/queries/report-check";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportForImport } from "@/lib/server/queries/report-for-import";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { reportList } from "@/lib/server/queries/reports-due";
import { reviewList } from "@/lib/server/queries/review-list";
import { valueHistory } from "@/lib/server/queries/value-history";
import { makeReporting } from "@/test/factories/make-reporting";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { rowsOfPlans } from "@/test/factories/rows-of-plans";

// A second plan with the codes of the first: its indicators, goals, units and periods have the same names everywhere.

const first = {} as World;
const second = {} as World;
/** Addresses of the second plan, asked for by the people of the first. */
const crossed = {} as World;
const data = mkdtempSync(path.join(tmpdir(), "spaiv-plans-"));
let publication: number;

/** Of a person, the site or whoever runs the machine and not of a plan, or what a test of its own looks at. */
const elsewhere = new Set([
  "create-administrator",
  "sign-in",
  "change-password",
  "sign-out",
  "mail/choose-mail",
  "change-site-settings",
  "set-site-logo",
  "copy-units-and-categories",
  "erase-from-audit",
  "correct-results",
]);
const storyOf = (world: World): Step[] =>
  [...accountsAndEntry(world), ...assignments(world), ...reviewAndAfter(world)].filter(
    ([name]) => !elsewhere.has(name),
  );
const settings = {
  kind: "country" as const,
  unit: "KHM",
  period: "2016",
  goal: null,
  release: null,
  countries: ["KHM"],
  language: "en" as const,
  sections: [...sectionsOfKind.country],
  isInternal: false,
  formats: ["csv" as const],
};

beforeAll(async () => {
  process.env.SPAIV_DATA_DIR = data;
  const database = await testDatabase();
  Object.assign(first, { database, plan: await makeReporting(database.prisma, "spaiv") });
  Object.assign(second, { database, plan: await makeReporting(database.prisma, "fifth") });
  Object.assign(crossed, { database, plan: { ...second.plan, actors: first.plan.actors } });
  for (const [, run] of storyOf(second)) await run();
  const { secretariat } = second.plan.actors;
  publication = (await requestPublication(secretariat, "fifth", settings, now)).id;
  const { jobId } = await database.prisma.publication.findUniqueOrThrow({ where: { id: publication } });
  await runJob(publicationJob, jobId);
});
afterAll(async () => {
  await first.database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

const rowsOf = async () => {
  const ids = [first.plan.planId, second.plan.planId];
  const rows = await rowsOfPlans(first.database.pool, ids);
  return ids.map((id) => rows.get(id)!);
};

/** Of commands about a report; submitting and publications follow, for they need what stands in the second plan. */
const ofReports = storyOf(crossed).filter(([name]) => name !== "submit-report" && !/publication/.test(name));

describe("two plans with the same codes", () => {
  it.each(ofReports)("the people of one don't %s in the other", async (_, run) => {
    const [, before] = await rowsOf();
    await expect(run()).rejects.toMatchObject({ code: expect.stringMatching(/^(notFound|notAllowed)$/) });
    expect((await rowsOf())[1]).toEqual(before);
  });

  it("the people of one don't submit a report of the other, and make no publication of it", async () => {
    const { cambodia, secretariat, administrator } = first.plan.actors;
    const seen = { rowVersion: 1, revisions: 0, approver: "A", approverFunction: "B" };
    const [, before] = await rowsOf();
    for (const command of [
      () => submitReport(cambodia, second.plan.address("KHM", "2016"), seen, now),
      () => requestPublication(secretariat, "fifth", settings, now),
      // Neither at its own address nor at one of their plan.
      ...["fifth", "spaiv"].flatMap((plan) => [
        () => cancelPublication(secretariat, plan, publication, now),
        () => makePublicationAgain(secretariat, plan, publication, now),
        () => deletePublication(secretariat, plan, publication),
      ]),
      () => eraseFromAudit(administrator, { stream: `publication:${publication}`, sequence: 1, reason: "None." }),
    ])
      await expect(command()).rejects.toMatchObject({ code: expect.stringMatching(/^(notFound|notAllowed)$/) });
    expect((await rowsOf())[1]).toEqual(before);
  });

  it("the people of one read nothing of the other, though it has the same address but for the plan", async () => {
    const asked = { locale: "en" as const, now };
    const reads = (world: World) => {
      const at = world.plan.address("KHM", "2016");
      const { cambodia, secretariat } = world.plan.actors;
      return [
        reportForEntry(cambodia, at, asked),
        indicatorForEntry(cambodia, at, "G1.2-b", asked),
        narrativesForEntry(cambodia, at, asked),
        reportForImport(cambodia, at, asked),
        reportCheck(cambodia, at, asked),
        newsOfReport(cambodia, at, { since: new Date(0), now }),
        valueHistory(cambodia, at, "G1.2-b"),
        reportForReview(secretariat, at, asked),
        reviewList(secretariat, at.plan, asked),
        reportList(cambodia, at.plan, asked),
        publicationBuilder(secretariat, at.plan, "en"),
        publicationOf(secretariat, at.plan, publication, "en"),
        publicationFile(secretariat, at.plan, publication, "csv"),
      ];
    };
    for (const answer of await Promise.all(reads(second))) expect(answer).not.toBeNull();
    expect(await Promise.all(reads(crossed))).toEqual(reads(crossed).map(() => null));
    const { cambodia, secretariat, administrator } = first.plan.actors;
    await expect(mustSeeReport(cambodia, second.plan.address("KHM", "2016"))).rejects.toThrow();
    await expect(readAudit(administrator, { planId: second.plan.planId })).rejects.toThrow();
    expect(await publicationOf(secretariat, "spaiv", publication, "en")).toBeNull();
    expect(await publicationFile(secretariat, "spaiv", publication, "csv")).toBeNull();
  });

  it("all that happens in one leaves every row of the other as it was, and none belongs to both", async () => {
    const [, before] = await rowsOf();
    for (const [, run] of storyOf(first)) await run();
    const [own, other] = await rowsOf();
    expect(other).toEqual(before);
    expect(own!.length).toBeGreaterThan(100);
    const ofFirst = new Set(own);
    expect(other!.filter((row) => ofFirst.has(row))).toEqual([]);
    expect(await verifyAudit(first.database.prisma)).toMatchObject({ faults: [] });
  });

  it("hiding and versions of one don't touch the other", async () => {
    const persons = { "G1.1-a": { tables: [["sex"]] } };
    const [one, other] = [
      await makeResultsPlan(first.database.prisma, "sixth", persons),
      await makeResultsPlan(first.database.prisma, "seventh", persons),
    ];
    const ids = [one.planId, other.planId];
    const small = { "G1.1-a": { total: count(40), "sex=female": count(3), "sex=male": count(37) } };
    const large = { "G1.1-a": { total: count(40), "sex=female": count(13), "sex=male": count(27) } };
    await other.approve("THA", "2015", large);
    const before = (await rowsOfPlans(first.database.pool, ids)).get(other.planId);
    await one.approve("THA", "2015", small);
    expect((await one.result("THA", "2015", "G1.1-a", "sex=female"))?.disclosureState).toBe("small");
    expect((await rowsOfPlans(first.database.pool, ids)).get(other.planId)).toEqual(before);
    expect((await other.result("THA", "2015", "G1.1-a", "sex=female"))?.disclosureState).toBe("shown");
  });
});

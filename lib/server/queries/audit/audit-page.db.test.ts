import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import english from "@/lib/i18n/messages/en/audit.json";
import { auditFilterAsked } from "@/lib/schemas/addresses/audit-filter";
import { auditStream, verificationJob } from "@/lib/server/audit/verification-job";
import { writeAudit } from "@/lib/server/audit/write";
import { cancelVerification } from "@/lib/server/commands/audit/cancel-verification";
import { exportAudit } from "@/lib/server/commands/audit/export-audit";
import { requestVerification } from "@/lib/server/commands/audit/request-verification";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { ENOUGH_STATEMENTS, statementsOfPage } from "@/lib/server/queries/page-statements.testing";
import { transaction } from "@/lib/server/transaction";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { auditPage } from "./audit-page";

let database: Database;
let plan: Reporting;
/** Of all plans, as an installation's auditor is: sees exact values, and events of no plan. */
let auditor: Actor;
let administrator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const everywhere = (role: "auditor" | "administrator") => ({
    ...plan.actors.administrator,
    roles: [{ role, plan: null, unit: null }],
  });
  [auditor, administrator] = [everywhere("auditor"), everywhere("administrator")];
  const { thailand, cambodia } = plan.actors;
  const place = (unit: string) => ({ planId: plan.planId, unitId: plan.unitIds[unit]! });
  const write = (entry: Parameters<typeof writeAudit>[1]) => transaction((tx) => writeAudit(tx, entry));
  for (let n = 0; n < 60; n++)
    await write({
      stream: "report:1",
      actorId: thailand.id,
      action: "valueRecorded",
      subject: "report THA 2016",
      place: place("THA"),
      after: { indicator: "G1.1-a", revision: n },
    });
  const submitted = { action: "submitted", before: { state: "draft" }, after: { state: "submitted" } };
  await write({
    stream: "report:2",
    actorId: cambodia.id,
    subject: "report KHM 2016",
    place: place("KHM"),
    ...submitted,
  });
  await write({
    stream: `user:${thailand.id}`,
    actorId: thailand.id,
    action: "signedIn",
    subject: `user ${thailand.id}`,
    after: { address: "=1+1" },
  });
});
afterAll(() => database.close());

const none = auditFilterAsked({});
const t = createTranslator({ locale: "en", messages: { audit: english }, namespace: "audit" }) as never;
const page = async (actor: Actor, change: Partial<typeof none> = {}, before: Parameters<typeof auditPage>[3] = null) =>
  (await auditPage(actor, "en", { ...none, ...change }, before))!;
const streams = async (change: Partial<typeof none>) =>
  (await page(auditor, change)).events.map(({ stream }) => stream);
const textOf = async (pieces: AsyncIterable<string>) => {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
};

describe("a page of the audit", () => {
  it("has the latest first and leads on to all others, each once", async () => {
    const first = await page(auditor);
    expect(first.events.slice(0, 2).map(({ stream }) => stream)).toEqual([
      `user:${plan.actors.thailand.id}`,
      "report:2",
    ]);
    expect(first.events).toHaveLength(50);
    const second = await page(auditor, {}, first.older);
    expect(second.older).toBeNull();
    const keys = [...first.events, ...second.events].map(({ stream, sequence }) => `${stream} ${sequence}`);
    expect(new Set(keys).size).toBe(62);
  });

  it("is narrowed by person, unit, plan, action and time", async () => {
    const { cambodia, thailand } = plan.actors;
    expect(await streams({ person: String(cambodia.id) })).toEqual(["report:2"]);
    expect(await streams({ person: cambodia.email })).toEqual(["report:2"]);
    expect(await streams({ unit: plan.unitIds.KHM! })).toEqual(["report:2"]);
    expect(await streams({ plan: "none" })).toEqual([`user:${thailand.id}`]);
    expect(await streams({ plan: plan.planId, action: "submitted" })).toEqual(["report:2"]);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(await streams({ action: "submitted", from: today, until: today })).toEqual(["report:2"]);
    expect(await streams({ until: "2020-01-01" })).toEqual([]);
  });

  it("asks whom words mean that fit several people, and says so of nobody", async () => {
    expect((await page(auditor, { person: "Officer" })).people!.length).toBeGreaterThan(2);
    expect((await page(auditor, { person: "Nobody%" })).people).toEqual([]);
  });

  it("names people, and shows exact values to those alone who may see them", async () => {
    const [signedIn, report] = (await page(auditor)).events;
    expect(signedIn).toMatchObject({ subjectName: "Officer thailand", actor: { name: "Officer thailand" } });
    expect(report).toMatchObject({ said: { before: { state: "draft" }, after: { state: "submitted" } } });
    const [ofNoPlan, ofPlan] = (await page(administrator)).events;
    expect([ofNoPlan!.said, ofPlan!.said]).toEqual([{ before: null, after: { address: "=1+1" } }, "withheld"]);
  });

  it("is nobody else's, and for an auditor of one plan has that plan's events alone", async () => {
    for (const name of ["thailand", "contributor", "secretariat", "cso"] as const)
      expect(await auditPage(plan.actors[name], "en", none, null), name).toBeNull();
    const ofPlan = {
      ...auditor,
      roles: [{ role: "auditor" as const, plan: { id: plan.planId, code: "spaiv" }, unit: null }],
    };
    const seen = await page(ofPlan);
    expect(seen.events.every(({ stream }) => stream.startsWith("report:"))).toBe(true);
    expect(seen).toMatchObject({ verification: null });
    expect((await page(ofPlan, { plan: "none" })).events).toEqual([]);
    await expect(requestVerification(ofPlan)).rejects.toMatchObject({ code: "notAllowed" });
  });

  it("asks few statements", async () => {
    const asked = await statementsOfPage(database, plan.code, plan.actors.secretariat, () => page(auditor));
    expect(asked).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });
});

describe("the audit's file", () => {
  it("has what the filter shows, up to a limit, runs no formula, and leaves an event behind", async () => {
    const events = () => database.prisma.auditEvent.count({ where: { action: "auditExported", actorId: auditor.id } });
    const text = await textOf(await exportAudit(auditor, { ...none, plan: "none" }, { locale: "en", t }));
    expect(text.split("\r\n")[0]).toBe(
      "\ufeffat,person,person_id,action,what,subject,plan_id,unit_id,before,after,stream,sequence",
    );
    expect(text).toContain("Signed in: Officer thailand");
    expect(text).toContain("Network address: =1+1");
    expect(text).not.toMatch(/(^|,)"?=/m);
    expect(await events()).toBe(1);
    const cut = await textOf(await exportAudit(auditor, none, { locale: "en", t, most: 5 }));
    expect(cut.trim().split("\r\n")).toHaveLength(6);
    const withheld = await textOf(
      await exportAudit(administrator, { ...none, action: "submitted" }, { locale: "en", t }),
    );
    expect(withheld).toContain("It may hold exact values");
    await expect(exportAudit(plan.actors.secretariat, none, { locale: "en", t })).rejects.toMatchObject({
      code: "notAllowed",
    });
    await expect(exportAudit(auditor, { ...none, person: "Officer" }, { locale: "en", t })).rejects.toMatchObject({
      code: "notFound",
    });
  });
});

describe("verifying the audit", () => {
  /** As the queue runs it. */
  const run = () =>
    verificationJob.run({
      id: 1,
      attempt: 1,
      payload: { askedById: auditor.id },
      signal: new AbortController().signal,
      progress: async () => {},
      hold: async () => {},
    });

  it("is asked for once at a time, can be given up, and says what was found", async () => {
    const waiting = () => database.prisma.job.count({ where: { kind: "verifyAudit", state: "waiting" } });
    await requestVerification(auditor);
    await requestVerification(administrator);
    expect(await waiting()).toBe(1);
    expect((await page(auditor)).verification).toMatchObject({ goingOn: { percent: 0 }, last: null });
    await cancelVerification(auditor);
    await expect(cancelVerification(auditor)).rejects.toMatchObject({ code: "changedMeanwhile" });
    await expect(cancelVerification(plan.actors.thailand)).rejects.toMatchObject({ code: "notAllowed" });
    await run();
    const { verification } = await page(auditor);
    expect(verification).toMatchObject({ goingOn: null, last: { faults: 0, first: null } });
    expect(verification!.last!.events).toBeGreaterThan(62);
  });

  it("names the first fault", async () => {
    await database.pool.query("ALTER TABLE audit_event DISABLE TRIGGER USER");
    await database.pool.query(
      "UPDATE audit_event SET subject = 'report LAO 2016' WHERE stream = 'report:1' AND sequence = 3",
    );
    await database.pool.query("ALTER TABLE audit_event ENABLE TRIGGER USER");
    await run();
    expect((await page(auditor)).verification).toMatchObject({
      last: { faults: 1, first: { stream: "report:1", sequence: 3, fault: "altered" } },
    });
    const actions = await database.prisma.auditEvent.findMany({
      where: { stream: auditStream },
      select: { action: true },
    });
    expect(new Set(actions.map(({ action }) => action))).toEqual(
      new Set(["auditExported", "auditVerificationRequested", "auditVerificationCancelled", "auditVerified"]),
    );
  });
});

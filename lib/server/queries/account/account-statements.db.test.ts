import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { account } from "./account";
import { ownIdentities } from "./own-identities";
import { ownPasskeys } from "./own-passkeys";
import { ownSessions } from "./own-sessions";
import { personalData } from "./personal-data";
import { twoStepOf } from "./two-step";

const now = new Date();
let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

it("the page of one's own account asks no more than any page may", async () => {
  const page = async (actor: Reporting["actors"]["thailand"]) => [
    await account(actor, "en"),
    await ownSessions(actor, "", now),
    await twoStepOf(actor, now),
    await ownIdentities(actor),
    await ownPasskeys(actor),
  ];
  const count = await statementsOfPage(database, plan.code, plan.actors.thailand, page);
  expect(count).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
});

describe("one's own data", () => {
  it("is what is stored of the person, and nothing of anybody else, nor what recognises them", async () => {
    const { thailand, cambodia } = plan.actors;
    const said = JSON.stringify(await personalData(thailand, now));
    for (const own of [thailand.name, thailand.email, "focalPoint", "THA"]) expect(said).toContain(own);
    expect(said).not.toContain(cambodia.email);
    expect(said).not.toMatch(/argon2|passwordHash|secret/);
  });

  it("has what they wrote, and what was written to them", async () => {
    const { thailand, contributor } = plan.actors;
    const place = { planId: plan.planId, unitId: plan.unitIds.THA!, periodId: plan.periodIds["2016"]! };
    await database.prisma.handBack.create({
      data: { ...place, userId: contributor.id, handedBackAt: now, left: 1, comment: "The register isn't closed yet" },
    });
    await database.prisma.mail.create({
      data: { kind: "overdue", once: "of a test", userId: thailand.id, createdAt: now, dueAt: now },
    });
    await database.prisma.unwantedMail.create({ data: { userId: thailand.id, kind: "dueSoon" } });
    const key = {
      credentialId: "c2VjcmV0",
      publicKey: new Uint8Array([1]),
      counter: 0n,
      isBackedUp: false,
      transports: [],
    };
    await database.prisma.passkey.create({ data: { ...key, userId: thailand.id, name: "Laptop", createdAt: now } });
    expect(await personalData(contributor, now)).toMatchObject({
      handBacks: [{ comment: "The register isn't closed yet" }],
      mails: [],
      unwantedMail: [],
    });
    expect(await personalData(thailand, now)).toMatchObject({
      handBacks: [],
      mails: [{ kind: "overdue", state: "waiting" }],
      unwantedMail: ["dueSoon"],
      passkeys: [{ name: "Laptop", createdAt: now, lastUsedAt: null }],
    });
    expect(JSON.stringify(await personalData(thailand, now))).not.toMatch(/c2VjcmV0|publicKey/);
  });

  it("has by which identities they sign in", async () => {
    const { thailand, cambodia } = plan.actors;
    const at = { createdAt: now, lastUsedAt: now };
    const identity = { issuer: "https://login.example.org", subject: "of-thailand", ...at };
    await database.prisma.identity.create({ data: { userId: thailand.id, ...identity } });
    expect(await personalData(thailand, now)).toMatchObject({ identities: [identity] });
    expect(await personalData(cambodia, now)).toMatchObject({ identities: [] });
  });

  it("isn't given before a second step that is due", async () => {
    await expect(personalData({ ...plan.actors.thailand, twoStepDue: true }, now)).rejects.toMatchObject({
      code: "notAllowed",
    });
  });
});

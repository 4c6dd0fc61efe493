import "server-only";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { linkToken } from "@/lib/server/people/links";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { acceptInvitation } from "../accept-invitation";
import { invitePeople } from "../invite-people";

export const now = new Date("2017-05-01T04:00:00Z");
export const network = "203.0.113.5";
export const password = "seven quiet rivers";
export const thailand = { plan: "spaiv", unit: "THA" };
export const later = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);

/** How many of these were done. */
export const settled = async (all: Promise<unknown>[]): Promise<number> =>
  (await Promise.allSettled(all)).filter(({ status }) => status === "fulfilled").length;

/** A database with a plan for the tests of a file, and people who come to it. To be read within a test. */
export function peopleTests() {
  const data = mkdtempSync(path.join(tmpdir(), "spaiv-people-"));
  let database: Database;
  let plan: Reporting;
  let made = 0;
  beforeAll(async () => {
    process.env.SPAIV_DATA_DIR = data;
    database = await testDatabase();
    plan = await makeReporting(database.prisma);
  });
  afterAll(async () => {
    await database.close();
    rmSync(data, { recursive: true });
    delete process.env.SPAIV_DATA_DIR;
  });
  beforeEach(() => database.prisma.signInThrottle.deleteMany());

  const acting = async (id: number): Promise<Actor> => {
    const session = await database.prisma.$transaction((tx) => startSession(tx, id, new Date()));
    return (await sessionActor(session.id, new Date()))!;
  };
  const person = async (
    role: Role | null,
    unit: string | null = null,
    planId: number | null = plan.planId,
  ): Promise<Actor> => {
    made++;
    const { id } = await database.prisma.user.create({
      data: {
        email: `made${made}@example.org`,
        name: `Made up ${made}`,
        passwordHash: "",
        organisationId: plan.actors.thailand.organisation.id,
        ...(role && { roles: { create: { role, planId, unitId: unit === null ? null : plan.unitIds[unit]! } } }),
      },
    });
    return acting(id);
  };
  const invite = (
    by: Actor,
    email: string,
    { role = "contributor" as Role, place = thailand as { plan: string | null; unit: string | null }, at = now } = {},
  ) => {
    const defaults = { organisation: by.organisation.id, role, place, language: "en", locale: "en", roleWords: {} };
    return invitePeople(
      by,
      { lines: [{ number: 1, fields: { email, name: "Made up" } }], defaults, isList: false },
      at,
    );
  };
  const tokenOf = async (id: number) =>
    linkToken("invitation", await database.prisma.invitation.findUniqueOrThrow({ where: { id } }));
  const invitedToken = async (by: Actor, email: string, more = {}) => {
    const [id] = await invite(by, email, more);
    return { id: id!, token: await tokenOf(id!) };
  };
  const accept = (token: string, at = now) => acceptInvitation({ token, name: "Accepted", password }, network, at);
  return {
    acting,
    person,
    invite,
    tokenOf,
    invitedToken,
    accept,
    get database() {
      return database;
    },
    get plan() {
      return plan;
    },
  };
}

import "server-only";
import { generateSync } from "otplib";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Role } from "@/lib/domain/roles";
import { sessionActor } from "@/lib/server/auth/session";
import { unseal } from "@/lib/server/auth/two-step/secret-box";
import { signIn } from "@/lib/server/commands/sign-in";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makePerson } from "@/prisma/seed/make-person";
import { makePlan } from "@/test/factories/make-plan";
import { beginTwoStep } from "../begin-two-step";
import { confirmTwoStep } from "../confirm-two-step";

/** People who sign in. */
export function officers(database: () => Database) {
  let people = 0;
  const password = "seven quiet rivers";
  const officer = (
    role: Role,
    plan: { id: number; unitId: Readonly<Record<string, number>> },
    { isDemo = false }: { isDemo?: boolean } = {},
  ) =>
    makePerson(database().prisma, {
      email: `officer${++people}@example.org`,
      name: `Officer ${people}`,
      password,
      isDemo,
      // An administrator runs the site, of which the plan is one.
      roles: [
        {
          role,
          planId: role === "administrator" ? null : plan.id,
          unitId: role === "focalPoint" ? plan.unitId.THA! : null,
        },
      ],
    });
  /** Somebody with an app, who set it up a minute before `now`. */
  const withApp = async (
    plan: Parameters<typeof officer>[1],
    now: Date,
    role: "focalPoint" | "secretariat" | "administrator" = "focalPoint",
  ) => {
    const at = new Date(now.getTime() - 60_000);
    const person = await officer(role, plan);
    const session = await signIn({ email: person.email, password }, "192.0.2.10", at);
    const actor = (await sessionActor(session.id, at))!;
    await beginTwoStep(actor, { currentPassword: password }, at);
    const app = await appOf(database(), actor.id);
    const { recoveryCodes } = await confirmTwoStep(actor, session.id, { code: app(at) }, at);
    return { ...person, actor, session, app, recoveryCodes };
  };
  return { officer, withApp, password };
}

export const now = new Date("2026-03-02T08:00:00Z");

/** A database with a plan for the tests of a file, and officers who sign in in two steps. To be read within a test. */
export function twoStepTests() {
  let database: Database;
  let plan: Awaited<ReturnType<typeof makePlan>>;
  const people = officers(() => database);
  beforeAll(async () => {
    database = await testDatabase();
    plan = await makePlan(database.prisma);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma.signInThrottle.deleteMany();
    await database.prisma.siteSettings.deleteMany();
  });
  return {
    ...people,
    withApp: (role?: "focalPoint" | "secretariat" | "administrator") => people.withApp(plan, now, role),
    /** What a person's stream says of an action, counted. */
    events: (userId: number, action: string) =>
      database.prisma.auditEvent.count({ where: { stream: `user:${userId}`, action } }),
    get database() {
      return database;
    },
    get plan() {
      return plan;
    },
  };
}

/** What somebody's app shows, once it has the secret of their set-up. */
export async function appOf({ prisma }: Database, userId: number) {
  const { secret: sealed } = await prisma.twoStep.findUniqueOrThrow({ where: { userId } });
  const secret = unseal(sealed, userId)!;
  return Object.assign((at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) }), { secret });
}

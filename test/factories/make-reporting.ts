import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { sessionActor } from "@/lib/server/auth/session";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { writeFramework } from "@/prisma/seed/write-framework";
import { smallFramework } from "./small-framework";

/** Whoever has a part in reporting: two focal points, a contributor, two of the secretariat, two of civil society, and one who only looks on. */
const people = {
  thailand: { role: "focalPoint", unit: "THA" },
  cambodia: { role: "focalPoint", unit: "KHM" },
  contributor: { role: "contributor", unit: "THA" },
  secretariat: { role: "secretariat", unit: null },
  secondReviewer: { role: "secretariat", unit: null },
  cso: { role: "csoMember", unit: null },
  csoReporter: { role: "csoReporter", unit: null },
  administrator: { role: "administrator", unit: null },
} as const satisfies Record<string, { role: Role; unit: string | null }>;

const ministry = { name: "Ministry (made up)", kind: "government" } as const;

export type Reporting = Awaited<ReturnType<typeof makeReporting>>;

/**
 * The small framework, or one that has its codes too, as a plan, with a signed-in person of every role. The contributor is
 * assigned G2.1-a in every period.
 */
export async function makeReporting(prisma: PrismaClient, code = "spaiv", framework = smallFramework(code)) {
  const planId = await prisma.$transaction((tx) => writeFramework(tx, framework));
  const idsOf = (rows: { code: string; id: number }[]) =>
    Object.fromEntries(rows.map((row) => [row.code, row.id])) as Record<string, number>;
  const select = { id: true, code: true } as const;
  const unitIds = idsOf(await prisma.reportingUnit.findMany({ where: { planId }, select }));
  const periodIds = idsOf(await prisma.reportingPeriod.findMany({ where: { planId }, select }));
  const indicatorIds = idsOf(
    (await prisma.editionIndicator.findMany({ where: { edition: { planId, ...presentEdition } } })).map(
      ({ indicatorId: id, code }) => ({ id, code }),
    ),
  );
  return {
    planId,
    code,
    unitIds,
    periodIds,
    indicatorIds,
    actors: await signedIn(prisma, code, { planId, unitIds, periodIds, indicatorId: indicatorIds["G2.1-a"]! }),
    address: (unit: string, period: string) => ({ plan: code, unit, period }),
  };
}

type Name = keyof typeof people;

/** Bulk: nearly every test begins with it. */
async function signedIn(
  prisma: PrismaClient,
  code: string,
  of: { planId: number; unitIds: Record<string, number>; periodIds: Record<string, number>; indicatorId: number },
): Promise<Record<Name, Actor>> {
  const { planId, unitIds, periodIds, indicatorId } = of;
  const names = Object.keys(people) as Name[];
  const { id: organisationId } = await prisma.organisation.upsert({
    where: { name: ministry.name },
    create: ministry,
    update: {},
  });
  const rows = await prisma.user.createManyAndReturn({
    // Nobody signs in with a password here, and hashing one takes its time.
    data: names.map((name) => ({
      email: `${name}@${code}.example.org`,
      name: `Officer ${name}`,
      passwordHash: "",
      organisationId,
    })),
    select: { id: true },
  });
  const idOf = Object.fromEntries(names.map((name, index) => [name, rows[index]!.id])) as Record<Name, number>;
  const unitOf = (name: Name) => (people[name].unit === null ? null : unitIds[people[name].unit]!);
  await prisma.userRole.createMany({
    data: names.map((name) => ({ userId: idOf[name], role: people[name].role, planId, unitId: unitOf(name) })),
  });
  const contributor = { userId: idOf.contributor, unitId: unitOf("contributor")! };
  await prisma.indicatorAssignment.createMany({
    data: Object.values(periodIds).map((periodId) => ({ ...contributor, planId, periodId, indicatorId })),
  });
  const now = new Date();
  const times = { createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + 12 * 3_600_000) };
  const idOfSession = (name: Name) => `session-of-${name}-in-${code}`;
  await prisma.session.createMany({
    data: names.map((name) => ({ id: idOfSession(name), userId: idOf[name], ...times })),
  });
  const actors = await Promise.all(names.map((name) => sessionActor(idOfSession(name), now)));
  return Object.fromEntries(names.map((name, index) => [name, actors[index]!])) as Record<Name, Actor>;
}

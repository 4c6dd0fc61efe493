import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { sessionActor, startSession } from "@/lib/server/auth/session";
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
  const actors: Partial<Record<keyof typeof people, Actor>> = {};
  for (const [name, { role, unit }] of Object.entries(people)) {
    const unitId = unit === null ? null : unitIds[unit]!;
    // Nobody signs in with a password here, and hashing one takes its time.
    const { id } = await prisma.user.create({
      data: {
        email: `${name}@${code}.example.org`,
        name: `Officer ${name}`,
        passwordHash: "",
        organisation: { connectOrCreate: { where: { name: ministry.name }, create: ministry } },
        roles: { create: { role, planId, unitId } },
        assignments:
          role === "contributor"
            ? {
                create: Object.values(periodIds).map((periodId) => ({
                  ...{ planId, unitId: unitId!, periodId, indicatorId: indicatorIds["G2.1-a"]! },
                })),
              }
            : undefined,
      },
      select: { id: true },
    });
    const session = await startSession(prisma, id, new Date());
    actors[name as keyof typeof people] = (await sessionActor(session.id, new Date()))!;
  }
  return {
    planId,
    code,
    unitIds,
    periodIds,
    indicatorIds,
    actors: actors as Record<keyof typeof people, Actor>,
    address: (unit: string, period: string) => ({ plan: code, unit, period }),
  };
}

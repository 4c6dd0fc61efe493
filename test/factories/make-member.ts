import type { Actor } from "@/lib/domain/permissions";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import type { Reporting } from "./make-reporting";

/** A signed-in member of an organisation who observes all units of a plan, or one of them, or has another role there. */
export async function makeMember(
  prisma: PrismaClient,
  { planId, code, unitIds }: Pick<Reporting, "planId" | "code" | "unitIds">,
  organisation: string,
  unit: string | null = null,
  role: "csoMember" | "youthFacilitator" = "csoMember",
): Promise<Actor> {
  const name = { name: organisation, kind: "civilSociety" } as const;
  const { id } = await prisma.user.create({
    data: {
      email: `member${await prisma.user.count()}@${code}.example.org`,
      name: `Member of ${organisation}`,
      passwordHash: "",
      organisation: { connectOrCreate: { where: { name: organisation }, create: name } },
      roles: { create: { role, planId, unitId: unit === null ? null : unitIds[unit]! } },
    },
    select: { id: true },
  });
  const session = await startSession(prisma, id, new Date());
  return (await sessionActor(session.id, new Date()))!;
}

import type { OrganisationKind } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { hashPassword } from "@/lib/server/auth/password";
import type { Prisma, PrismaClient } from "@/lib/server/db/generated/client";

interface PersonToMake {
  email: string;
  /** As typed; hashed here. */
  password: string;
  name?: string;
  organisation?: { name: string; kind: OrganisationKind };
  isDemo?: boolean;
  roles?: { role: Role; planId: number | null; unitId: number | null }[];
  assignments?: { planId: number; unitId: number; periodId: number; indicatorId: number }[];
}

/** Adds a person with roles and assignments, and the organisation unless it is there. */
export async function makePerson(
  prisma: PrismaClient | Prisma.TransactionClient,
  { email, password, name = "Officer", organisation, isDemo = false, roles = [], assignments = [] }: PersonToMake,
): Promise<{ id: number; email: string; password: string }> {
  const { name: organisationName, kind } = organisation ?? { name: "Ministry (made up)", kind: "government" as const };
  const { id: organisationId } = await prisma.organisation.upsert({
    where: { name: organisationName },
    create: { name: organisationName, kind },
    update: {},
    select: { id: true },
  });
  const { id } = await prisma.user.create({
    data: {
      email,
      name,
      organisationId,
      isDemo,
      passwordHash: await hashPassword(password),
      roles: { createMany: { data: roles } },
      assignments: { createMany: { data: assignments } },
    },
    select: { id: true },
  });
  return { id, email, password };
}

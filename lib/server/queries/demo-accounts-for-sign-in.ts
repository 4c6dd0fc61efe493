import "server-only";
import type { Role } from "@/lib/domain/permissions";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { db } from "@/lib/server/db/client";

export interface DemoAccountView {
  email: string;
  name: string;
  organisation: string;
  roles: Role[];
}

/** The accounts that anyone may try, in the order they were made; none where demo mode is off. */
export async function demoAccountsForSignIn(): Promise<DemoAccountView[]> {
  if (!demoMode()) return [];
  const users = await (await db()).user.findMany({
    where: { isDemo: true, disabledAt: null },
    orderBy: { id: "asc" },
    select: {
      email: true,
      name: true,
      organisation: { select: { name: true } },
      roles: { select: { role: true } },
    },
  });
  return users.map(({ email, name, organisation, roles }) => ({
    email,
    name,
    organisation: organisation.name,
    roles: roles.map(({ role }) => role),
  }));
}

import "server-only";
import type { Role } from "@/lib/domain/roles";
import { demoMode } from "@/lib/server/auth/demo-mode";
import { db } from "@/lib/server/db/client";
import { demoPassword } from "@/lib/server/demo-accounts";

export interface DemoAccountView {
  email: string;
  /** All demo accounts have the same: it protects nothing. */
  password: string;
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
    password: demoPassword,
    name,
    organisation: organisation.name,
    roles: roles.map(({ role }) => role),
  }));
}

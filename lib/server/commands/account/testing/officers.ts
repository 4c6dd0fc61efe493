import "server-only";
import { generateSync } from "otplib";
import type { Role } from "@/lib/domain/permissions";
import { unseal } from "@/lib/server/auth/two-step/secret-box";
import type { Database } from "@/lib/server/db/client";
import { makePerson } from "@/prisma/seed/make-person";

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
  return { officer, password };
}

/** What somebody's app shows, once it has the secret of their set-up. */
export async function appOf({ prisma }: Database, userId: number) {
  const { secret: sealed } = await prisma.twoStep.findUniqueOrThrow({ where: { userId } });
  const secret = unseal(sealed, userId)!;
  return Object.assign((at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) }), { secret });
}

import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { hashPassword } from "@/lib/server/auth/password";
import { refuseWeakPassword } from "@/lib/server/auth/refuse-weak-password";
import { transaction } from "@/lib/server/transaction";

interface NewAdministrator {
  /** Lower case. */
  email: string;
  name: string;
  password: string;
  organisation: string;
}

/**
 * Adds an administrator of all plans, from the server's own command line: it asks for no permission, since whoever runs
 * it holds the database anyway.
 * @throws Refusal `weakPassword`, or `emailTaken` when there is an account of that address
 */
export async function createAdministrator({
  email,
  name,
  password,
  organisation,
}: NewAdministrator): Promise<{ id: number }> {
  await refuseWeakPassword(password, { name, email });
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const { id: organisationId } = await tx.organisation.upsert({
      where: { name: organisation },
      create: { name: organisation, kind: "secretariat" },
      update: {},
      select: { id: true },
    });
    const [user] = await tx.user.createManyAndReturn({
      data: [{ email, name, passwordHash, organisationId }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!user) throw new Refusal("emailTaken", { email });
    await tx.userRole.create({ data: { userId: user.id, role: "administrator" } });
    await writeAudit(tx, {
      stream: `user:${user.id}`,
      actorId: null,
      action: "administratorCreated",
      subject: `user ${user.id}`,
      after: { email, name, organisation },
    });
    return user;
  });
}

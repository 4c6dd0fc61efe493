import "server-only";
import { digestMailKinds } from "@/lib/domain/mail";
import type { Actor } from "@/lib/domain/permissions";
import type { MailChoicesForm } from "@/lib/schemas/mail/mail-choices-form";
import { writeAudit } from "@/lib/server/audit/write";
import { transaction } from "@/lib/server/transaction";

/**
 * Keeps what the actor wants to be told by mail. Mails about the account itself go out whatever they choose. The same choice
 * once more changes nothing.
 */
export async function chooseMail(actor: Actor, { wanted, none }: MailChoicesForm): Promise<void> {
  const unwanted = [...digestMailKinds.filter((kind) => !wanted.includes(kind)), ...(none ? ["all"] : [])].sort();
  await transaction(async (tx) => {
    // Two of their pages choose one after the other.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${actor.id} FOR NO KEY UPDATE`;
    const rows = await tx.unwantedMail.findMany({ where: { userId: actor.id }, select: { kind: true } });
    const before = rows.map(({ kind }) => kind).sort();
    if (before.join() === unwanted.join()) return;
    await tx.unwantedMail.deleteMany({ where: { userId: actor.id } });
    await tx.unwantedMail.createMany({ data: unwanted.map((kind) => ({ userId: actor.id, kind })) });
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "mailChosen",
      subject: `user ${actor.id}`,
      before: { unwanted: before },
      after: { unwanted },
    });
  });
}

import "server-only";
import { z } from "zod";
import { ASKED_LINK_HOURS } from "@/lib/domain/invitation";
import { writeAudit } from "@/lib/server/audit/write";
import { unseal } from "@/lib/server/auth/two-step/secret-box";
import type { JobContext } from "@/lib/server/jobs/job-kind";
import { wakeJobs } from "@/lib/server/jobs/running";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { transaction } from "@/lib/server/transaction";
import { newNonce } from "./links";

const HOUR_MS = 60 * 60_000;

/** What `commands/people/ask-password-link` seals. */
export const askedOf = z.object({ email: z.string(), network: z.string(), at: z.iso.datetime() });

/**
 * Makes a link for whoever has that address and mails it to them; nothing for an address of nobody, of somebody who is
 * disabled, of a demo account, and for one that mail doesn't arrive at. Links that were handed over or mailed before go on
 * working: else anybody could make them worthless by asking.
 */
export async function mailAskedLink({
  id,
  payload,
  hold,
}: Pick<JobContext<{ sealed: string }>, "id" | "payload" | "hold">) {
  // Sealed under a former secret of the installation: whoever waits asks again.
  const text = unseal(payload.sealed, "forgotten password");
  if (text === null) return;
  const { email, network, at } = askedOf.parse(JSON.parse(text));
  const asked = new Date(at);
  const once = `forgottenPassword:${id}`;
  await transaction(async (tx) => {
    await hold(tx);
    // Cut short after it was through, the job is run again.
    if (await tx.mailNotice.findUnique({ where: { once }, select: { id: true } })) return;
    await tx.$queryRaw`SELECT FROM "user" WHERE email = ${email} FOR NO KEY UPDATE`;
    const person = await tx.user.findFirst({
      where: { email, disabledAt: null, mailBouncedAt: null, isDemo: false },
      select: { id: true },
    });
    if (!person) return;
    const link = await tx.passwordLink.create({
      data: {
        userId: person.id,
        madeById: person.id,
        createdAt: asked,
        nonce: newNonce(),
        expiresAt: new Date(asked.getTime() + ASKED_LINK_HOURS * HOUR_MS),
      },
      select: { id: true },
    });
    const args = { passwordLink: link.id };
    await queueMail(tx, { to: { userId: person.id }, kind: "forgottenPassword", args, once }, asked);
    await writeAudit(tx, {
      stream: `user:${person.id}`,
      actorId: null,
      action: "passwordLinkAsked",
      subject: `user ${person.id}`,
      after: { passwordLink: link.id, address: network },
    });
  });
  wakeJobs();
}

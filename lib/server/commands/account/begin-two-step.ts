import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { mustKnowPassword } from "@/lib/server/auth/must-know-password";
import { seal } from "@/lib/server/auth/two-step/secret-box";
import { newSecret } from "@/lib/server/auth/two-step/totp";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes a secret for the actor's app. Nothing asks for its codes until one of them was given (`confirmTwoStep`); begun again,
 * it is another secret.
 * @throws Refusal `twoStepOfDemo`, `throttled`, `wrongPassword`, `changedMeanwhile` or `twoStepOnAlready`
 */
export async function beginTwoStep(actor: Actor, { currentPassword }: { currentPassword: string }, now: Date) {
  if (actor.isDemo) throw new Refusal("twoStepOfDemo");
  const passwordHash = await mustKnowPassword(actor, currentPassword, now);
  await transaction(async (tx) => {
    const held = await holdAccount(tx, actor.id);
    if (held.passwordHash !== passwordHash || held.disabledAt !== null) throw new Refusal("changedMeanwhile");
    if (held.hasTwoStep) throw new Refusal("twoStepOnAlready");
    const begun = { secret: seal(newSecret(), actor.id), createdAt: now, lastTimeStep: null };
    await tx.twoStep.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, ...begun },
      update: begun,
    });
    await writeAudit(tx, {
      stream: `user:${actor.id}`,
      actorId: actor.id,
      action: "twoStepBegun",
      subject: `user ${actor.id}`,
    });
  });
}

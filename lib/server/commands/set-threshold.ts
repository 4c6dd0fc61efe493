import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ThresholdForm } from "@/lib/schemas/settings/threshold-form";
import { writeAudit } from "@/lib/server/audit/write";
import { judgeShadowsAnew } from "@/lib/server/commitments/shadow/judge-anew";
import { db, type Transaction } from "@/lib/server/db/client";
import { publishChange } from "@/lib/server/results/publish";
import { writeThreshold } from "@/lib/server/results/stored/write-threshold";
import { proposeThreshold, type ThresholdChange } from "@/lib/server/results/threshold";

/**
 * Sets a plan's threshold of small counts. A higher one hides at once what it makes small, as the person was shown; a lower one
 * holds for what is approved from then on.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where it isn't the threshold any more that they saw,
 * `thresholdPreviewChanged`, `resultsTooLarge`
 */
export async function setThreshold(
  actor: Actor,
  { plan: planCode, threshold, from, preview }: ThresholdForm,
  now: Date,
): Promise<{ resultsVersion: number }> {
  const plan = await (await db()).plan.findUnique({ where: { code: planCode }, select: { id: true } });
  if (!plan) throw new Refusal("notFound");
  const { id: planId } = plan;
  mustBeAble(actor, "setThreshold", { planId });
  const hold = async (client: Pick<Transaction, "plan">) => {
    const { smallCountThreshold: before } = await client.plan.findUniqueOrThrow({
      where: { id: planId },
      select: { smallCountThreshold: true },
    });
    if (before !== from || before === threshold) throw new Refusal("changedMeanwhile");
    return { moment: now };
  };
  // Whoever comes too late hears so before anything is worked out.
  await hold(await db());
  let agreed: ThresholdChange;
  const prepare = async () => {
    agreed = await (await proposeThreshold(planId, threshold)).change;
    if (agreed.before !== from) throw new Refusal("changedMeanwhile");
    // Also where it is prepared anew: what becomes public is what the person was shown.
    if (agreed.digest !== preview) throw new Refusal("thresholdPreviewChanged");
    return agreed.prepared;
  };
  const change = { planId, cause: "setting", subject: `threshold ${threshold}`, reports: [] } as const;
  return publishChange(change, prepare, {
    hold,
    record: async (tx, _, { resultsVersion, lost, gaveUp }) => {
      await writeThreshold(tx, planId, { before: from, threshold, resultsVersion });
      await judgeShadowsAnew(tx, planId, threshold);
      await writeAudit(tx, {
        stream: `results:${planId}`,
        actorId: actor.id,
        action: "thresholdSet",
        subject: `plan ${planCode}`,
        place: { planId },
        before: { threshold: from },
        after: {
          threshold,
          resultsVersion,
          changed: agreed.changed.length,
          ...(lost.length > 0 && { unprotected: lost }),
          ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
        },
      });
      return { resultsVersion };
    },
  });
}

import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { method } from "@/lib/domain/results/method";
import { writeAudit } from "@/lib/server/audit/write";
import { askIfValidJob } from "@/lib/server/commitments/validity/ask-if-valid-job";
import { db } from "@/lib/server/db/client";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { type Correction, prepareCorrection } from "@/lib/server/results/correction";
import { publishChange } from "@/lib/server/results/publish";

interface Asked {
  /** By code. */
  plan: string;
  /** Only these indicators by code, whatever made their results; null: all of which results are of an older method. */
  indicators: readonly string[] | null;
  /** Works it out and changes nothing. */
  isTrial?: boolean;
}

export interface Corrected extends Correction {
  /** The results version under which it is public; null where nothing was changed. */
  resultsVersion: number | null;
}

/** Another one may have corrected the same meanwhile. */
class NothingToCorrect extends Error {}

/**
 * Works results out anew by today's rules and publishes them, from the server's own command line: it asks for no permission,
 * since whoever runs it holds the database anyway. Who reads an earlier results version reads it as before.
 * @returns null where there is nothing to correct
 * @throws Refusal `notFound` for a plan or an indicator that isn't there, `resultsTooLarge`
 */
export async function correctResults(
  { plan: planCode, indicators, isTrial = false }: Asked,
  now: Date,
): Promise<Corrected | null> {
  const client = await db();
  const plan = await client.plan.findUnique({ where: { code: planCode }, select: { id: true } });
  if (!plan) throw new Refusal("notFound");
  let correction: Correction;
  const prepare = async () => {
    const made = await prepareCorrection(plan.id, indicators, isTrial);
    if (!made) throw new NothingToCorrect();
    correction = made.correction;
    return made.prepared;
  };
  const subject = indicators ? `results of ${indicators.join(", ")}` : `results by method ${method}`;
  try {
    if (isTrial) {
      await prepare();
      return { ...correction!, resultsVersion: null };
    }
    return await publishChange({ planId: plan.id, cause: "correction", subject, reports: [] }, prepare, {
      hold: async () => ({ moment: now }),
      record: async (tx, _, { resultsVersion }) => {
        const { indicators, changed, explainedOtherwise, unchanged, lost, gaveUp } = correction;
        await writeAudit(tx, {
          stream: `results:${plan.id}`,
          actorId: null,
          action: "resultsCorrected",
          subject: `results of ${planCode}`,
          place: { planId: plan.id },
          after: {
            resultsVersion,
            method,
            indicators,
            changed: changed.length,
            explainedOtherwise,
            unchanged,
            ...(lost.length > 0 && { unprotected: lost }),
            ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
          },
        });
        await enqueue(tx, askIfValidJob, { planId: plan.id, version: resultsVersion });
        return { ...correction, resultsVersion };
      },
    });
  } catch (error) {
    if (error instanceof NothingToCorrect) return null;
    throw error;
  }
}

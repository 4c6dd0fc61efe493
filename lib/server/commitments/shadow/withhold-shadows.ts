import "server-only";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { raiseObservations } from "../raise-observations";
import { judgeShadowsAnew } from "./judge-anew";

/**
 * Withholds what organisations told of persons where few lie between it and what they said before, by the threshold of small counts
 * as it stands, each plan in a transaction of its own. What is withheld stays so until somebody sets the threshold.
 */
export async function withholdShadows(): Promise<void> {
  const plans = await (await db()).observation.groupBy({ by: ["planId"], where: { shadow: { isNot: null } } });
  for (const { planId } of plans)
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM plan WHERE id = ${planId} FOR NO KEY UPDATE`;
      const { code, smallCountThreshold: threshold } = await tx.plan.findUniqueOrThrow({
        where: { id: planId },
        select: { code: true, smallCountThreshold: true },
      });
      const changed = await judgeShadowsAnew(tx, planId, threshold, { keepsWithheld: true });
      if (changed === 0) return;
      await raiseObservations(tx, { planId, visibility: "public" });
      await writeAudit(tx, {
        stream: `results:${planId}`,
        actorId: null,
        isByJob: true,
        action: "observedValuesWithheld",
        subject: `plan ${code}`,
        place: { planId },
        after: { threshold, changed },
      });
    });
}

import "server-only";
import { writeAudit } from "@/lib/server/audit/write";
import { observationEvent } from "@/lib/server/commitments/hold-observation";
import { askAuthor } from "@/lib/server/commitments/tell";
import { spokenOf } from "@/lib/server/commitments/validity/validity-rows";
import { db } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

/** What became public: a results version of a plan. */
interface Became {
  planId: number;
  version: number;
}

/**
 * Asks the author of each observation whose value a results version has changed or filled whether it still holds, each in a
 * transaction of its own, and once: asked for again, nobody hears of it twice.
 * @returns how many are asked now
 */
export async function askIfStillValid(became: Became, now: Date): Promise<number> {
  let asked = 0;
  for (const { id } of await spokenOf(await db(), became)) if (await ask(id, became, now)) asked++;
  return asked;
}

/** Whoever ends it in the same moment is first, or is asked what no longer matters. */
const ask = (textId: number, { planId, version }: Became, now: Date): Promise<boolean> =>
  transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${textId} FOR NO KEY UPDATE`;
    const text = await tx.addressedText.findFirst({
      where: { id: textId, planId, end: null, observation: { validity: { none: { version: { gte: version } } } } },
      select: {
        id: true,
        number: true,
        planId: true,
        organisationId: true,
        rowVersion: true,
        plan: { select: { code: true } },
        units: { select: { unit: { select: { id: true, code: true, level: true } } } },
      },
    });
    if (!text) return false;
    await tx.validityQuestion.create({ data: { textId, planId, version, askedAt: now } });
    const { unit } = text.units[0]!;
    await askAuthor(tx, { ...text, number: text.number!, planCode: text.plan.code, unit }, version, now);
    await writeAudit(tx, {
      ...observationEvent({ ...text, unit }),
      actorId: null,
      isByJob: true,
      action: "validityAsked",
      after: { resultsVersion: version },
    });
    return true;
  });

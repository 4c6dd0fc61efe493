import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { isPresentEdition, presentEdition } from "@/lib/server/framework/edition";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import { drawnChance } from "@/lib/server/results/disclosure/secret-chance";
import { type Prepared, prepareChange } from "@/lib/server/results/prepare";
import { publishChange } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes a draft the framework's present edition. Everything public says what it says from the next results version on, and
 * results are judged by its definitions, baselines and targets; what came before says what it said.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` for an edition that was adopted already, or is older than the
 * present one, or that somebody wrote while its results were worked out; `definitionsMissing`, `resultsTooLarge`
 */
export async function adoptEdition(
  actor: Actor,
  { plan: planCode, number }: { plan: string; number: number },
  now: Date,
): Promise<{ resultsVersion: number }> {
  const edition = await (await db()).frameworkEdition.findFirst({
    where: { plan: { code: planCode }, number },
    select: { id: true, planId: true },
  });
  if (!edition) throw new Refusal("notFound");
  const { id, planId } = edition;
  mustBeAble(actor, "keepFramework", { planId });
  // Held, nobody writes it until it is adopted: the database's triggers wait for that.
  const hold = async (tx: Transaction) => {
    const [draft] = await tx.$queryRaw<{ mayFollow: boolean }[]>`
      SELECT from_version IS NULL AND NOT EXISTS (
        SELECT FROM framework_edition e WHERE e.plan_id = ${planId} AND ${isPresentEdition} AND e.number > ${number}
      ) AS "mayFollow"
      FROM framework_edition WHERE id = ${id} FOR NO KEY UPDATE`;
    if (!draft?.mayFollow) throw new Refusal("changedMeanwhile");
    await mustKeepDefinitions(tx, planId, id);
  };
  // Whoever adopts what can't be adopted hears so before anything is worked out.
  await transaction(hold);
  const touched = { reports: [], editionId: id };
  const subject = `framework edition ${number}`;
  const chance = drawnChance();
  let prepared: Prepared;
  const prepare = async () => {
    prepared = await prepareChange(planId, touched, chance);
    return prepared;
  };
  return publishChange({ planId, cause: "framework", subject, ...touched }, prepare, {
    hold: async (tx) => {
      await hold(tx);
      const facts = await loadPlanFacts(tx, planId, { id });
      if (!isDeepStrictEqual(facts, prepared.snapshot.plan)) throw new Refusal("changedMeanwhile");
      return { moment: now };
    },
    record: async (tx, _, { resultsVersion, lost, gaveUp }) => {
      const former = { where: { planId, ...presentEdition }, data: { untilVersion: resultsVersion - 1 } };
      await tx.frameworkEdition.updateMany(former);
      await tx.frameworkEdition.update({ where: { id, fromVersion: null }, data: { fromVersion: resultsVersion } });
      await writeAudit(tx, {
        stream: `edition:${id}`,
        actorId: actor.id,
        action: "editionAdopted",
        subject: `framework ${planCode} edition ${number}`,
        place: { planId },
        after: {
          resultsVersion,
          ...(lost.length > 0 && { unprotected: lost }),
          ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
        },
      });
      return { resultsVersion };
    },
  });
}

/**
 * Results name the definition that they were made under: of an indicator that stays, or that returns after editions without
 * it, none may go that was ever adopted.
 */
async function mustKeepDefinitions(tx: Transaction, planId: number, editionId: number) {
  const missing = await tx.indicatorVersion.findMany({
    where: {
      editions: { some: { edition: { planId, fromVersion: { not: null } } }, none: { editionId } },
      indicator: { editions: { some: { editionId } } },
    },
    select: { version: true, indicator: { select: { editions: { where: { editionId }, select: { code: true } } } } },
  });
  const names = missing.map(({ version, indicator }) => `${indicator.editions[0]!.code} (${version})`);
  if (names.length > 0) throw new Refusal("definitionsMissing", { definitions: names.sort().join(", ") });
}

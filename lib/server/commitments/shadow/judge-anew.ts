import "server-only";
import { differenceFault, type OtherShadow } from "@/lib/domain/commitments/shadow-value";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { standsSubmitted, toldOf, toldSelect } from "./own-values";

const judgedSelect = {
  ...toldSelect,
  indicatorVersion: { select: { accumulation: true } },
  observation: {
    select: {
      textId: true,
      indicatorId: true,
      periodId: true,
      shadowWithheld: true,
      text: { select: { number: true, organisationId: true, units: { select: { unitId: true } } } },
    },
  },
} as const satisfies Prisma.ShadowValueSelect;
type Judged = Prisma.ShadowValueGetPayload<{ select: typeof judgedSelect }>;

/**
 * Judges what organisations told of persons anew, under a threshold of small counts that was just set: where few lie between a value
 * and what its organisation said before of the same count, the later one isn't shown any more. Call it once the plan's row is held: a
 * value that is submitted meanwhile waits for it, and is judged by the new threshold.
 * @param keepsWithheld where no threshold was set: whoever has read what an organisation withdrew since could still take it off
 * @returns how many are shown no more, or again
 */
export async function judgeShadowsAnew(
  tx: Transaction,
  planId: number,
  threshold: number,
  { keepsWithheld = false } = {},
): Promise<number> {
  const rows = await tx.shadowValue.findMany({
    where: {
      redactedAt: null,
      indicatorVersion: { countsPersons: true },
      observation: { planId, text: standsSubmitted },
    },
    orderBy: { observation: { text: { number: "asc" } } },
    select: judgedSelect,
  });
  const shown: { row: Judged; told: OtherShadow }[] = [];
  const changed: Record<"withheld" | "shown", number[]> = { withheld: [], shown: [] };
  for (const row of rows) {
    const told = { ...toldOf(row), number: row.observation.text.number ?? 0 };
    const others = shown.filter((other) => isSameCount(other.row, row)).map((other) => other.told);
    const wasWithheld = row.observation.shadowWithheld;
    const isWithheld = (keepsWithheld && wasWithheld) || differenceFault(told, others, threshold) !== null;
    if (!isWithheld) shown.push({ row, told });
    if (isWithheld !== wasWithheld) changed[isWithheld ? "withheld" : "shown"].push(row.observation.textId);
  }
  for (const [to, textIds] of Object.entries(changed))
    if (textIds.length > 0)
      await tx.observation.updateMany({
        where: { textId: { in: textIds } },
        data: { shadowWithheld: to === "withheld" },
      });
  return changed.withheld.length + changed.shown.length;
}

/** Of what is counted from the plan's start, also in another period. */
function isSameCount(one: Judged, other: Judged): boolean {
  const [mine, theirs] = [one.observation, other.observation];
  return (
    mine.indicatorId === theirs.indicatorId &&
    mine.text.organisationId === theirs.text.organisationId &&
    mine.text.units.some(({ unitId }) => theirs.text.units.some((unit) => unit.unitId === unitId)) &&
    (mine.periodId === theirs.periodId || other.indicatorVersion.accumulation === "cumulativeToDate")
  );
}

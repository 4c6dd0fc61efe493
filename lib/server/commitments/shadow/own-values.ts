import "server-only";
import { differenceFault, type ToldShadow } from "@/lib/domain/commitments/shadow-value";
import type { Accumulation } from "@/lib/domain/framework/indicator";
import { shadowPartField } from "@/lib/schemas/commitments/shadow-fields";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-columns";

/** Whose value it is, and of what; its observation is null before it is begun. */
export interface ShadowPlace {
  planId: number;
  unitId: number;
  organisationId: number;
  textId: number | null;
  indicatorId: number | null;
  period: { id: number; startsOn: Date };
}

export const toldSelect = {
  ...valueSelect,
  parts: { select: { ...valueSelect, cell: { select: { key: true } } } },
} as const satisfies Prisma.ShadowValueSelect;

/** Texts of observations that were submitted, and neither recalled, sent back, withdrawn nor taken down since. */
export const standsSubmitted = {
  OR: [{ end: null }, { end: { in: ["answered", "notAnswered"] } }],
  // A value belongs to the first round.
  rounds: { some: { round: 1, stage: { in: ["inSafetyCheck", "passed"] } } },
} satisfies Prisma.AddressedTextWhereInput;

/**
 * Of persons, no few can lie between a value and what its organisation says elsewhere of the same count: in observations that were
 * submitted, and neither recalled, sent back, withdrawn nor taken down since.
 * @throws InvalidFields with the form's field names
 */
export async function mustStandApart(
  tx: Transaction,
  { planId, unitId, organisationId, textId, indicatorId, period }: ShadowPlace,
  own: ToldShadow,
  { accumulation, threshold }: { accumulation: Accumulation; threshold: number },
): Promise<void> {
  const rows = await tx.shadowValue.findMany({
    where: {
      redactedAt: null,
      observation: {
        planId,
        indicatorId,
        ...(accumulation !== "cumulativeToDate" && { periodId: period.id }),
        text: {
          organisationId,
          units: { some: { unitId } },
          ...(textId !== null && { id: { not: textId } }),
          ...standsSubmitted,
        },
      },
    },
    orderBy: { textId: "asc" },
    select: { ...toldSelect, observation: { select: { text: { select: { number: true } } } } },
  });
  const others = rows.flatMap(({ observation, ...row }) => {
    const { number } = observation.text;
    return number === null ? [] : [{ ...toldOf(row), number }];
  });
  const fault = differenceFault(own, others, threshold);
  if (!fault) return;
  const { cell, field, number } = fault;
  const args = { threshold, number };
  throw new InvalidFields([{ field: shadowPartField(cell, field), key: "shadowSmallDifference", args }]);
}

/**
 * The same of a value as it was saved, when it is submitted: another one may have been since. Of two that are submitted at once,
 * the second waits for the first.
 */
export async function mustStillStandApart(tx: Transaction, textId: number): Promise<void> {
  const row = await tx.shadowValue.findUnique({
    where: { textId },
    select: {
      ...toldSelect,
      indicatorVersion: { select: { countsPersons: true, accumulation: true } },
      observation: {
        select: {
          planId: true,
          indicatorId: true,
          period: { select: { id: true, startsOn: true } },
          text: {
            select: { organisationId: true, units: { select: { unitId: true } } },
          },
        },
      },
    },
  });
  const unitId = row?.observation.text.units[0]?.unitId;
  if (!row?.indicatorVersion.countsPersons || unitId === undefined) return;
  const { text, ...about } = row.observation;
  await tx.$queryRaw`SELECT FROM plan WHERE id = ${about.planId} FOR NO KEY UPDATE`;
  // Once it is held: whoever set another threshold meanwhile judged all values but this one.
  const { smallCountThreshold: threshold } = await tx.plan.findUniqueOrThrow({
    where: { id: about.planId },
    select: { smallCountThreshold: true },
  });
  await mustStandApart(tx, { ...about, unitId, organisationId: text.organisationId, textId }, toldOf(row), {
    accumulation: row.indicatorVersion.accumulation,
    threshold,
  });
  // Of one that was recalled, what stood between it and others is another count now.
  await tx.observation.updateMany({ where: { textId, shadowWithheld: true }, data: { shadowWithheld: false } });
}

export function toldOf(row: Prisma.ShadowValueGetPayload<{ select: typeof toldSelect }>): ToldShadow {
  return {
    total: valueOfRow(row),
    parts: new Map(
      row.parts.flatMap(({ cell, ...part }) => {
        const value = valueOfRow(part);
        return value ? [[cell.key, value] as const] : [];
      }),
    ),
  };
}

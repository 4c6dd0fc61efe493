import "server-only";
import type { StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import type { AssigneePerson } from "./hold-assignments";

interface Taken {
  /** What was assigned, and isn't any more, by its rows' numbers and the codes of the indicators. */
  lost: readonly (StoredAssignment & { id: number; code: string })[];
  /** What is assigned still: who enters an indicator by it has lost nothing. */
  left: readonly StoredAssignment[];
}

/** What somebody enters no longer, of one change. */
export interface LostPart {
  userId: number;
  /** Codes of the indicators. */
  indicators: string[];
  /** Number of the last row that they lost: it is given once, so that what is assigned anew and taken again is told again. */
  last: number;
}

/**
 * Whoever enters an indicator no longer, for it was taken from them or their organisation, finds that among their work.
 * @param reportId null where nobody opened the report: nothing was begun that they could miss
 * @returns who lost what, in the order of their ids
 */
export async function noteTakenOver(
  tx: Transaction,
  actor: Actor,
  reportId: number | null,
  people: readonly Pick<AssigneePerson, "id" | "organisationId" | "bar">[],
  { lost, left }: Taken,
  now: Date,
): Promise<LostPart[]> {
  const parts = people
    .filter(({ id, bar }) => bar === null && id !== actor.id)
    .sort((one, other) => one.id - other.id)
    .flatMap((person) => {
      const isTheirs = ({ userId, organisationId }: StoredAssignment) =>
        userId === person.id || organisationId === person.organisationId;
      const still = left.filter(isTheirs).map(({ indicatorId }) => indicatorId);
      const rows = lost.filter((row) => isTheirs(row) && !still.includes(row.indicatorId));
      return rows.length === 0 ? [] : [{ userId: person.id, rows }];
    });
  if (reportId !== null) {
    const mention = { kind: "takenOver", byId: actor.id, toldAt: now, reportId } as const;
    const data = parts.flatMap(({ userId: personId, rows }) =>
      [...new Set(rows.map(({ indicatorId }) => indicatorId))].map((indicatorId) => ({ indicatorId, personId })),
    );
    await tx.mention.createMany({ data: data.map((each) => ({ ...mention, ...each })) });
  }
  return parts.map(({ userId, rows }) => ({
    userId,
    indicators: [...new Set(rows.map(({ code }) => code))].sort(),
    last: Math.max(...rows.map(({ id }) => id)),
  }));
}

/**
 * Tells somebody by mail what they enter no longer, once for all of one change.
 * @param isReassigned whoever assigns took it away: no focal point took it over
 */
export const tellTakenOver = (
  tx: Transaction,
  { plan, unit, period }: Record<"plan" | "unit" | "period", { code: string }>,
  { userId, indicators, last }: LostPart,
  isReassigned: boolean,
  now: Date,
): Promise<void> => {
  const args = {
    plan: plan.code,
    unit: unit.code,
    period: period.code,
    indicators,
    ...(isReassigned && { reassigned: true as const }),
  };
  return queueMail(tx, { to: { userId }, kind: "takenOver", args, once: `takenOver:${last}:${userId}` }, now);
};

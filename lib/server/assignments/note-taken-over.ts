import "server-only";
import type { StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import type { AssigneePerson } from "./hold-assignments";

interface Taken {
  /** What was assigned, and isn't any more. */
  lost: readonly StoredAssignment[];
  /** What is assigned still: who enters an indicator by it has lost nothing. */
  left: readonly StoredAssignment[];
}

/**
 * Whoever enters an indicator no longer, for it was taken from them or their organisation, finds that among their work.
 * @param reportId null where nobody opened the report: nothing was begun that they could miss
 * @returns their ids, in order
 */
export async function noteTakenOver(
  tx: Transaction,
  actor: Actor,
  reportId: number | null,
  people: readonly Pick<AssigneePerson, "id" | "organisationId" | "bar">[],
  { lost, left }: Taken,
  now: Date,
): Promise<number[]> {
  const data = people
    .filter(({ id, bar }) => bar === null && id !== actor.id)
    .sort((one, other) => one.id - other.id)
    .flatMap((person) => {
      const has = (rows: readonly StoredAssignment[]) =>
        rows.flatMap(({ indicatorId, userId, organisationId }) =>
          userId === person.id || organisationId === person.organisationId ? [indicatorId] : [],
        );
      const still = has(left);
      const own = [...new Set(has(lost))].filter((id) => !still.includes(id));
      return own.map((indicatorId) => ({ indicatorId, personId: person.id }));
    });
  if (reportId !== null) {
    const mention = { kind: "takenOver", byId: actor.id, toldAt: now, reportId } as const;
    await tx.mention.createMany({ data: data.map((each) => ({ ...mention, ...each })) });
  }
  return [...new Set(data.map(({ personId }) => personId))];
}

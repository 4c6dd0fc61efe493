/** An assignment by ids; exactly one of person and organisation. */
export interface StoredAssignment {
  indicatorId: number;
  userId: number | null;
  organisationId: number | null;
}

const keyOf = ({ indicatorId, userId, organisationId }: StoredAssignment) =>
  `${indicatorId} ${userId} ${organisationId}`;

/** Who and what a period's assignments may be about. */
export interface Assignable {
  /** Contributors of the unit who can sign in. */
  userIds: ReadonlySet<number>;
  /** Organisations in use that work for the unit. */
  organisationIds: ReadonlySet<number>;
  /** What the unit reports in the period. */
  indicatorIds: ReadonlySet<number>;
}

/** What copying does, and what it leaves out, each named once. */
export interface AssignmentCopy {
  added: StoredAssignment[];
  /** In the period already. */
  standing: number;
  leftOut: { userIds: number[]; organisationIds: number[]; indicatorIds: number[] };
}

/**
 * The assignments of a former period as a later one takes them: those that it lacks, without people who can't enter any more,
 * organisations that are archived, and indicators that the period doesn't ask for.
 */
export function assignmentCopy(
  former: readonly StoredAssignment[],
  present: readonly StoredAssignment[],
  { userIds, organisationIds, indicatorIds }: Assignable,
): AssignmentCopy {
  const there = new Set(present.map(keyOf));
  const copy: AssignmentCopy = {
    added: [],
    standing: 0,
    leftOut: { userIds: [], organisationIds: [], indicatorIds: [] },
  };
  const name = (ids: number[], id: number) => {
    if (!ids.includes(id)) ids.push(id);
  };
  for (const row of former) {
    const { userId, organisationId, indicatorId } = row;
    const isGone = {
      user: userId !== null && !userIds.has(userId),
      organisation: organisationId !== null && !organisationIds.has(organisationId),
      indicator: !indicatorIds.has(indicatorId),
    };
    if (isGone.user) name(copy.leftOut.userIds, userId!);
    if (isGone.organisation) name(copy.leftOut.organisationIds, organisationId!);
    if (isGone.indicator) name(copy.leftOut.indicatorIds, indicatorId);
    if (isGone.user || isGone.organisation || isGone.indicator) continue;
    if (there.has(keyOf(row))) copy.standing += 1;
    else copy.added.push(row);
  }
  return copy;
}

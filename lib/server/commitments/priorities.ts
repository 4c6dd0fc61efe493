import "server-only";
import { decisionCode } from "@/lib/domain/commitments/decision";
import { db } from "@/lib/server/db/client";
import type { GoalPriority } from "@/lib/views/goal-view";

/** A regional priority, and by node what of the framework it is about. */
export interface PriorityOfPlan extends Omit<GoalPriority, "nodes"> {
  nodeIds: ReadonlySet<number>;
}

/** The regional priorities that meetings decided by a results version, the latest year first. */
export async function prioritiesOf({
  id: planId,
  version,
}: {
  id: number;
  version: number;
}): Promise<PriorityOfPlan[]> {
  const rows = await (await db()).meetingDecision.findMany({
    where: { planId, kind: "regionalPriority", fromVersion: { lte: version } },
    orderBy: [{ priorityYear: "desc" }, { textId: "asc" }],
    select: {
      number: true,
      priorityYear: true,
      meeting: { select: { code: true } },
      nodes: { select: { nodeId: true } },
    },
  });
  return rows.map(({ number, priorityYear, meeting, nodes }) => ({
    year: priorityYear!,
    meeting: meeting.code,
    number,
    code: decisionCode(meeting.code, number),
    nodeIds: new Set(nodes.map(({ nodeId }) => nodeId)),
  }));
}

/**
 * Those that are about any of these nodes, with which of them.
 * @param codes by node, in the framework's order
 */
export const prioritiesAmong = (
  priorities: readonly PriorityOfPlan[],
  codes: ReadonlyMap<number, string>,
): GoalPriority[] =>
  priorities.flatMap(({ nodeIds, ...priority }) => {
    const nodes = [...codes].flatMap(([nodeId, code]) => (nodeIds.has(nodeId) ? [code] : []));
    return nodes.length > 0 ? [{ ...priority, nodes }] : [];
  });

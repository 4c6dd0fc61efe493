import "server-only";
import { decisionCode } from "@/lib/domain/commitments/decision";
import { db } from "@/lib/server/db/client";
import type { GoalPriority } from "@/lib/views/goal-view";

/**
 * The regional priorities that meetings decided by a results version for any of these nodes, the latest year first.
 * @param codes by node
 */
export async function prioritiesOf(
  { id: planId, version }: { id: number; version: number },
  codes: ReadonlyMap<number, string>,
): Promise<GoalPriority[]> {
  const nodeIds = [...codes.keys()];
  const rows = await (await db()).meetingDecision.findMany({
    where: {
      planId,
      kind: "regionalPriority",
      fromVersion: { lte: version },
      nodes: { some: { nodeId: { in: nodeIds } } },
    },
    orderBy: [{ priorityYear: "desc" }, { textId: "asc" }],
    select: {
      ...{ number: true, priorityYear: true, meeting: { select: { code: true } } },
      nodes: { where: { nodeId: { in: nodeIds } }, select: { nodeId: true } },
    },
  });
  return rows.map(({ number, priorityYear, meeting, nodes }) => ({
    ...{ year: priorityYear!, meeting: meeting.code, number, code: decisionCode(meeting.code, number) },
    // In the framework's order, as `codes` has them.
    nodes: [...codes].flatMap(([nodeId, code]) => (nodes.some((node) => node.nodeId === nodeId) ? [code] : [])),
  }));
}

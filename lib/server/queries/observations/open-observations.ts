import "server-only";
import { type PlacedRound, whereItStands } from "@/lib/server/commitments/observation-rows";
import { decidedJson } from "@/lib/server/commitments/subjects/read-decided";
import { type SubjectRow, subjectOf } from "@/lib/server/commitments/subjects/subject-of";
import { db } from "@/lib/server/db/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { OpenObservation } from "@/lib/views/commitments/brief-view";

interface Row extends Pick<PlacedRound, "round" | "stage" | "checkDueOn">, SubjectRow {
  id: number;
  number: number | null;
  period: string;
  response: PlacedRound["responses"][number]["state"];
  dueOn: Date;
}

/** Observations that a country was asked to reply to and hasn't, what is due first before: numbers and places, no words. */
export async function openObservations(
  { planId, unit }: { planId: number; unit: { id: number; code: string } },
  framework: PlanFramework,
  now: Date,
): Promise<OpenObservation[]> {
  const rows = await (await db()).$queryRaw<Row[]>`
    SELECT t.id, t.number, p.code AS period, o.indicator_id AS "indicatorId", o.node_id AS "nodeId", o.pillar_id AS "pillarId", o.narrative_kind AS "narrativeKind", ${decidedJson} AS decision,
      r.round, r.stage, r.check_due_on AS "checkDueOn", a.state AS response, a.due_on AS "dueOn"
    FROM unit_response a
      JOIN addressed_text t ON t.id = a.text_id
      JOIN observation o ON o.text_id = t.id
      JOIN reporting_period p ON p.id = o.period_id
      JOIN LATERAL (SELECT * FROM addressed_round WHERE text_id = t.id AND stage = 'passed' ORDER BY round DESC LIMIT 1) r
        ON r.round = a.round
    WHERE t.plan_id = ${planId} AND a.unit_id = ${unit.id} AND t.kind = 'observation' AND t."end" IS NULL
      AND a.state IN ('awaited', 'unanswered')
    ORDER BY a.due_on, t.id`;
  return rows.map(({ id, number, period, response, ...row }) => {
    const responses = [{ state: response, dueOn: row.dueOn, kind: null }];
    const { dueOn, daysOverdue } = whereItStands({ ...row, responses }, unit.code, now);
    return { id, number, period, daysOverdue, dueOn: dueOn!, subject: subjectOf(row, framework) };
  });
}

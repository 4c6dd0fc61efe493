import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import { type ObservationFacts, partyOf, readsRound } from "@/lib/domain/commitments/parties";
import { waitingFor } from "@/lib/domain/commitments/waiting";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import { type PlacedRound, whereItStands } from "@/lib/server/commitments/observation-rows";
import { decidedJson } from "@/lib/server/commitments/subjects/read-decided";
import { type SubjectRow, subjectOf } from "@/lib/server/commitments/subjects/subject-of";
import { db } from "@/lib/server/db/client";
import { frameworkOf, type PlanAtVersion } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ObservationWorkView, WaitingObservation } from "@/lib/views/commitments/observation-view";

/** What waits for somebody among the observations of a plan: what is due first, the oldest before. */
export async function observationsWaiting(
  actor: Actor,
  plan: PlanAtVersion,
  { locale, now }: Asked,
): Promise<ObservationWorkView> {
  const client = await db();
  const grants = grantsIn(actor, plan.id);
  const isAble = (ability: "observe" | "viewObservations") =>
    grants.some(({ unit }) => can(actor, ability, { planId: plan.id, unit: unit ?? { id: 0, level: "region" } }));
  const [mayObserve, mayView] = [isAble("observe"), isAble("viewObservations")];
  if (!mayObserve && !mayView) return { waiting: [], mayObserve, mayView };
  const rows = await client.$queryRaw<Row[]>`
    SELECT t.id, t.number, t.organisation_id AS "organisationId",
      u.id AS "unitId", u.code AS "unitCode", u.level, p.code AS period,
      o.indicator_id AS "indicatorId", o.node_id AS "nodeId", o.pillar_id AS "pillarId", o.narrative_kind AS "narrativeKind", ${decidedJson} AS decision, o.kind, o.attribution, o.visibility,
      r.round, r.stage, r.check_due_on AS "checkDueOn", r.rule, r.note,
      a.state AS response, a.due_on AS "dueOn", a.kind AS "replyKind",
      (SELECT answer IS NULL FROM validity_question WHERE text_id = t.id ORDER BY version DESC LIMIT 1) AS "isAskedIfValid"
    FROM addressed_text t
      JOIN observation o ON o.text_id = t.id
      JOIN reporting_period p ON p.id = o.period_id
      JOIN addressed_unit au ON au.text_id = t.id
      JOIN reporting_unit u ON u.id = au.unit_id
      JOIN addressed_round r ON r.text_id = t.id
      LEFT JOIN unit_response a ON a.text_id = t.id AND a.round = r.round AND a.unit_id = u.id
    WHERE t.plan_id = ${plan.id} AND t.kind = 'observation' AND t."end" IS NULL
    ORDER BY coalesce(a.due_on, r.check_due_on), t.id`;
  const framework = await frameworkOf(plan, locale);
  const knows = (row: Row) => {
    const facts = factsOf(row, plan.id);
    return readsRound(partyOf(actor, facts), facts, facts);
  };
  // For each of them it stands where the last round does that they may read.
  const last = new Map<number, number>();
  for (const row of rows) if (knows(row)) last.set(row.id, Math.max(row.round, last.get(row.id) ?? 0));
  return {
    mayObserve,
    mayView,
    waiting: rows.flatMap((row): WaitingObservation[] => {
      const { id, number, period, kind, round, stage, response, rule, note, unitId, unitCode } = row;
      if (round !== last.get(id)) return [];
      const facts = factsOf(row, plan.id);
      const waiting = waitingFor(partyOf(actor, facts), facts);
      if (waiting === null) return [];
      const responses = response ? [{ state: response, dueOn: row.dueOn!, kind: row.replyKind }] : [];
      const { dueOn, daysOverdue } = whereItStands({ ...row, stage, responses }, unitCode, now);
      return [
        {
          id,
          number,
          period,
          kind,
          waiting,
          dueOn,
          daysOverdue,
          unit: framework.units.get(unitId)!,
          subject: subjectOf(row, framework),
          sentBack: waiting === "putRight" && rule ? { rule, note } : null,
        },
      ];
    }),
  };
}

/** What rules ask about it. */
const factsOf = (row: Row, planId: number) => ({
  ...row,
  planId,
  end: null,
  unit: { id: row.unitId, level: row.level },
  isAskedIfValid: row.isAskedIfValid ?? false,
});

interface Row
  extends Pick<ObservationFacts, "organisationId" | "attribution" | "visibility">,
    Pick<WaitingObservation, "id" | "number" | "period" | "kind">,
    Pick<PlacedRound, "round" | "stage" | "checkDueOn">,
    SubjectRow {
  unitId: number;
  unitCode: string;
  level: ObservationFacts["unit"]["level"];
  rule: SafetyRule | null;
  note: string;
  response: PlacedRound["responses"][number]["state"] | null;
  dueOn: Date | null;
  /** Null: of no value yet. */
  isAskedIfValid: boolean | null;
  replyKind: PlacedRound["responses"][number]["kind"];
}

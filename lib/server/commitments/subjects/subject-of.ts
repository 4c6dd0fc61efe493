import "server-only";
import { decisionCode } from "@/lib/domain/commitments/decision";
import { type NarrativeKind, narrativeCode } from "@/lib/domain/reports/narrative";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { SubjectView } from "@/lib/views/commitments/subject-view";
import type { DecidedRow } from "./read-decided";

/** A decision by its code. */
export const decidedSubject = ({ meeting, number }: DecidedRow): SubjectView => ({
  of: "decision",
  code: decisionCode(meeting, number),
  meeting,
  number,
});

/** What of a row says what it is about. */
export interface SubjectRow {
  indicatorId: number | null;
  nodeId: number | null;
  decision: DecidedRow | null;
  pillarId: number | null;
  narrativeKind: NarrativeKind | null;
}

/** What a report says of a pillar. */
export const narrativeSubject = (
  { code, title }: { code: string; title: string },
  kind: NarrativeKind,
): Extract<SubjectView, { of: "narrative" }> => ({
  of: "narrative",
  code: narrativeCode(code, kind),
  title: `${code} ${title}`,
  kind,
});

/** What an observation is about besides its unit and period, in words. */
export function subjectOf(
  { indicatorId, nodeId, decision, pillarId, narrativeKind }: SubjectRow,
  { indicators, pillars, named, former, formerIndicators, goalOf }: PlanFramework,
): SubjectView {
  const indicator = indicators.find(({ id }) => id === indicatorId)?.versions[0]?.view;
  if (indicator) return { of: "indicator", code: indicator.code, title: indicator.title };
  const retired = indicatorId === null ? undefined : formerIndicators.get(indicatorId);
  if (retired) return { of: "indicator", ...retired, isFormer: true };
  if (decision) return decidedSubject(decision);
  if (pillarId !== null && narrativeKind !== null) {
    const pillar = pillars.find(({ id }) => id === pillarId);
    if (pillar) return narrativeSubject(pillar, narrativeKind);
    const gone = former.get(pillarId);
    return gone ? { ...narrativeSubject(gone, narrativeKind), isFormer: true } : { of: "unit" };
  }
  if (nodeId === null) return { of: "unit" };
  const node = named.get(nodeId);
  if (node) return { of: "node", code: node.code, title: node.title, goal: goalOf(nodeId) };
  const gone = former.get(nodeId);
  return gone ? { of: "node", code: gone.code, title: gone.title, goal: null } : { of: "unit" };
}

import "server-only";
import { actingUnits, arePublic } from "@/lib/domain/commitments/decision";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { type DecisionsOfPlan, decisionsOf, decisionView } from "@/lib/server/commitments/decision-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf, type PlanAtVersion, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import { beginningOf } from "@/lib/views/commitments/beginning-of";
import type { ActingDecisionView, DecisionView, WaitingDecision } from "@/lib/views/commitments/decision-view";

interface Asked {
  locale: string;
  now: Date;
}

const longestBeginning = 120;

/** The units for which somebody says what is done about a decision, with their rows. */
const actsFor = (actor: Actor, planId: number, { units }: Pick<PlanFramework, "units">, decision: DecisionView) =>
  actingUnits(
    [...units].map(([id, unit]) => ({ id, unit, code: unit.code, level: unit.level })),
    decision,
  ).filter(({ id, level }) => can(actor, "sendReply", { planId, unit: { id, level } }));

const actionsOf = ({ actions }: DecisionView, code: string) =>
  actions.find(({ unit }) => unit.code === code)?.keyActions ?? [];

/** An agreed decision for somebody who acts on it; null for one that there isn't, and for whoever it doesn't ask. */
export async function actingDecision(
  actor: Actor,
  planCode: string,
  textId: number,
  { locale, now }: Asked,
): Promise<ActingDecisionView | null> {
  const client = await db();
  const text = await client.addressedText.findFirst({
    where: { id: textId, kind: "decision", plan: { code: planCode } },
    select: { rowVersion: true, plan: { select: { id: true, code: true, resultsVersion: true } } },
  });
  if (!text || grantsIn(actor, text.plan.id).length === 0) return null;
  const { plan, rowVersion } = text;
  const language = spokenLocale(locale);
  const { decisions } = await decisionsOf(client, plan.id, language);
  const row = decisions.find((each) => each.textId === textId);
  if (!row || row.isTakenDown || !arePublic(row.meeting.state)) return null;
  const framework = await frameworkOf(plan, locale);
  const decision = decisionView(row, framework, now);
  const units = actsFor(actor, plan.id, framework, decision);
  if (units.length === 0) return null;
  const addressed = row.organisations.map(({ id }) => id);
  const organisations = await client.$queryRaw<{ id: number; name: string; isArchived: boolean; unitIds: number[] }[]>`
    SELECT o.id, ${organisationNameIn(language)} AS name, o.archived_at IS NOT NULL AS "isArchived",
      COALESCE((SELECT json_agg(u.unit_id) FROM organisation_unit u WHERE u.organisation_id = o.id), '[]') AS "unitIds"
    FROM organisation o WHERE o.archived_at IS NULL OR o.id = ANY(${addressed}::int[]) ORDER BY name`;
  return {
    plan: plan.code,
    rowVersion,
    decision,
    acting: units.map(({ id: unitId, unit }) => ({
      unit,
      keyActions: actionsOf(decision, unit.code),
      organisations: organisations
        .filter(({ id, isArchived, unitIds }) =>
          unit.level === "region" ? addressed.includes(id) : !isArchived && unitIds.includes(unitId),
        )
        .map(({ id, name }) => ({ id, name })),
    })),
  };
}

/**
 * Decisions on which somebody is to act: tasks about which a unit of theirs said nothing yet, and key actions that aren't
 * done. Those that a meeting was told to be done wait for nobody. What should be done by now stands first.
 * @param decisions reads those of the plan
 */
export async function decisionsWaiting(
  actor: Actor,
  plan: PlanAtVersion,
  asked: Asked,
  decisions: () => Promise<DecisionsOfPlan>,
): Promise<WaitingDecision[]> {
  const { id: planId } = plan;
  if (!grantsIn(actor, planId).some(({ unit }) => unit === null || can(actor, "sendReply", { planId, unit })))
    return [];
  const framework = await frameworkOf(plan, asked.locale);
  const mayAct = [...framework.units].some(([id, { level }]) =>
    can(actor, "sendReply", { planId, unit: { id, level } }),
  );
  if (!mayAct) return [];
  const found = await decisions();
  const isOpen = ({ meeting, isTakenDown, followUps }: DecisionsOfPlan["decisions"][number]) =>
    arePublic(meeting.state) && !isTakenDown && !followUps.some(({ status }) => status === "done");
  return found.decisions
    .filter(isOpen)
    .flatMap((row): WaitingDecision[] => {
      const decision = decisionView(row, framework, asked.now);
      return actsFor(actor, planId, framework, decision).flatMap(({ unit }) => {
        const own = actionsOf(decision, unit.code);
        const isUnderWay = own.some(({ state }) => state === "planned" || state === "underWay");
        if (!isUnderWay && (own.length > 0 || decision.kind !== "task")) return [];
        const { textId, code, language, dueOn, body } = decision;
        return {
          textId,
          code,
          language,
          dueOn,
          unit,
          waits: own.length === 0 ? "add" : "tell",
          beginning: beginningOf(body, longestBeginning),
          overdue: own.filter(({ isOverdue }) => isOverdue).length,
        };
      });
    })
    .sort((one, other) => other.overdue - one.overdue || one.textId - other.textId);
}

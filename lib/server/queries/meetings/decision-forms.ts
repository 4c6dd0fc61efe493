import "server-only";
import { kindsDecidedAt, mayFollowUp, mayWriteDecisions } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { decisionsOf, dueViews } from "@/lib/server/commitments/decision-rows";
import { saidDueAt } from "@/lib/server/commitments/follow-ups/said-before";
import { namedInOrder } from "@/lib/server/commitments/meeting-rows";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { formerNodes } from "@/lib/server/framework/former-nodes";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { listedOrganisations } from "@/lib/server/people/listed-organisations";
import type { DecisionFormView, FollowUpFormView } from "@/lib/views/commitments/decision-view";
import { planOfMeetings } from "./meetings-for-work";

const select = { id: true, code: true, kind: true, state: true, rowVersion: true } as const;

/**
 * What the form to change a decision begins with, or to add one where `number` is null; null where there is none, or it can't
 * be written any more, or not by the actor.
 */
export async function decisionForm(
  actor: Actor,
  planCode: string,
  meetingId: number,
  number: number | null,
  locale: string,
): Promise<DecisionFormView | null> {
  const plan = await planOfMeetings(actor, planCode);
  if (!plan) return null;
  const client = await db();
  const row = await client.meeting.findFirst({ where: { id: meetingId, planId: plan.id }, select });
  if (!row || !mayWriteDecisions(row.state)) return null;
  const { state: _, kind, ...meeting } = row;
  const framework = await frameworkOf(plan, locale);
  const { units } = framework;
  const countries = [...units.values()].filter(({ level }) => level === "country");
  const empty = { kind: "", body: "", dueOn: "", year: "", nodes: "", formerNodes: [], extendedTo: "" } as const;
  const begun = { meeting, number, countries, kinds: kindsDecidedAt(kind) };
  const language = spokenLocale(locale);
  if (number === null)
    return {
      ...begun,
      ...empty,
      units: [],
      organisations: [],
      directory: await listedOrganisations(client, language, []),
    };
  const decision = await client.meetingDecision.findUnique({
    where: { meetingId_number: { meetingId, number } },
    select: {
      kind: true,
      dueOn: true,
      priorityYear: true,
      extendedTo: true,
      nodes: { select: { nodeId: true } },
      organisations: { select: { organisationId: true } },
      text: {
        select: {
          units: { select: { unitId: true } },
          rounds: { where: { round: 1 }, select: { body: true } },
        },
      },
    },
  });
  if (!decision) return null;
  const nodeIds = decision.nodes.map(({ nodeId }) => nodeId);
  const addressed = decision.organisations.map(({ organisationId }) => organisationId);
  return {
    ...begun,
    kind: decision.kind,
    body: decision.text.rounds[0]?.body ?? "",
    year: decision.priorityYear === null ? "" : String(decision.priorityYear),
    nodes: namedInOrder(nodeIds, framework)
      .map(({ code }) => code)
      .join(", "),
    formerNodes: formerNodes(nodeIds, framework),
    extendedTo: decision.extendedTo ? dayOf(decision.extendedTo) : "",
    dueOn: decision.dueOn ? dayOf(decision.dueOn) : "",
    units: decision.text.units.flatMap(({ unitId }) => units.get(unitId)?.code ?? []),
    organisations: addressed.map(String),
    directory: await listedOrganisations(client, language, addressed),
  };
}

/** What the form begins with that tells a meeting what became of earlier decisions; null where it can't be told, or not by them. */
export async function followUpForm(
  actor: Actor,
  planCode: string,
  meetingId: number,
  { locale, now }: { locale: string; now: Date },
): Promise<FollowUpFormView | null> {
  const plan = await planOfMeetings(actor, planCode);
  if (!plan) return null;
  const client = await db();
  const row = await client.meeting.findFirst({ where: { id: meetingId, planId: plan.id }, select });
  if (!row || !mayFollowUp(row.state)) return null;
  const { state: _, kind: __, ...meeting } = row;
  const language = spokenLocale(locale);
  const framework = await frameworkOf(plan, locale);
  const decisions = await decisionsOf(client, plan.id, language);
  const due = dueViews(decisions, meetingId, framework, now);
  const reader = { planId: plan.id, language, framework, meetings: decisions.meetings, now };
  const said = await saidDueAt(client, meetingId, "governments", reader);
  // Of what was taken down nothing more is told.
  return {
    meeting,
    due: due.filter(({ decision }) => !decision.isTakenDown),
    saidDue: said.filter(({ isGone }) => !isGone),
  };
}

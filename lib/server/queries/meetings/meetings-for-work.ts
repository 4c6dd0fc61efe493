import "server-only";
import { arePublic, mayFollowUp, mayWriteDecisions } from "@/lib/domain/commitments/decision";
import { isComing, type MeetingState, meetingMay } from "@/lib/domain/commitments/meeting";
import { periodsUntil } from "@/lib/domain/framework/reporting-period";
import { type Actor, can } from "@/lib/domain/permissions";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { decisionsOf, decisionView, dueViews } from "@/lib/server/commitments/decision-rows";
import { saidDueAt } from "@/lib/server/commitments/follow-ups/said-before";
import {
  byDay,
  chairsOf,
  meetingHead,
  meetingHeadSelect,
  meetingView,
  readMeeting,
} from "@/lib/server/commitments/meeting-rows";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { frameworkOf, type PlanAtVersion, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { paperSetsOf } from "@/lib/server/publications/paper-sets-of";
import { releasesOf } from "@/lib/server/results/read/releases";
import type { KeptMeetings, MeetingHead, WorkingMeetingView } from "@/lib/views/commitments/meeting-view";

/** The plan whose meetings the actor keeps; null where there is none, or they keep none of it. */
export async function planOfMeetings(actor: Actor, planCode: string) {
  const plan = await (await db()).plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true },
  });
  return plan && can(actor, "keepMeetings", { planId: plan.id }) ? plan : null;
}

/** Meetings for whoever keeps them: those to come first, the next one before; then those that were, the latest before. */
export async function meetingsForWork(actor: Actor, planCode: string, locale: string): Promise<KeptMeetings | null> {
  const plan = await planOfMeetings(actor, planCode);
  const meetings = plan && (await meetingsKept(actor, plan, locale));
  if (!plan || !meetings) return null;
  const framework = await frameworkOf(plan, locale);
  const countries = [...framework.units.values()].filter(({ level }) => level === "country");
  return { meetings, chairs: await chairsOf(await db(), plan.id, framework), countries };
}

/** The same for whoever holds the plan's row; null where they don't keep its meetings. */
export async function meetingsKept(actor: Actor, plan: PlanAtVersion, locale: string): Promise<MeetingHead[] | null> {
  if (!can(actor, "keepMeetings", { planId: plan.id })) return null;
  const language = spokenLocale(locale);
  const framework = await frameworkOf(plan, locale);
  const rows = await (await db()).meeting.findMany({
    where: { planId: plan.id },
    select: meetingHeadSelect(language),
  });
  const meetings = rows.map((row) => meetingHead(row, language, framework)).sort(byDay);
  const past = meetings.filter(({ state }) => !isComing(state));
  return [...meetings.filter(({ state }) => isComing(state)), ...past.reverse()];
}

/** The codes of the reporting periods that agreeing the outcome adds. */
function periodsAdded(
  decisions: readonly { extendedTo: string | null; meeting: { state: MeetingState } }[],
  { periods }: Pick<PlanFramework, "periods">,
): string[] {
  const last = periods.at(-1);
  const until = decisions
    .map(({ extendedTo, meeting }) => (arePublic(meeting.state) ? "" : (extendedTo ?? "")))
    .sort()
    .at(-1);
  if (!last || !until) return [];
  const [startsOn, endsOn] = [dayOf(last.startsOn), dayOf(last.endsOn)];
  return periodsUntil({ ...last, startsOn, endsOn, dueOn: endsOn }, until).map(({ code }) => code);
}

/** One of them, with what can be done with it. */
export async function meetingForWork(
  actor: Actor,
  planCode: string,
  id: number,
  { locale, now }: { locale: Locale; now: Date },
): Promise<WorkingMeetingView | null> {
  const plan = await planOfMeetings(actor, planCode);
  if (!plan) return null;
  const language = spokenLocale(locale);
  const client = await db();
  const row = await readMeeting(client, plan.id, { id }, language);
  if (!row) return null;
  const may = meetingMay(actor, plan.id, row.state);
  const framework = await frameworkOf(plan, locale);
  const ofPlan = await decisionsOf(client, plan.id, language);
  const own = ofPlan.decisions.filter(({ meeting }) => meeting.id === id);
  const view = meetingView(row, language, framework);
  const reader = { planId: plan.id, language, framework, meetings: ofPlan.meetings, now };
  return {
    ...view,
    saidDue: await saidDueAt(client, id, "governments", reader),
    // In every language: what is taken down is taken down in all of them.
    anyTitle: [view, ...row.texts].find(({ title }) => title !== row.code)?.title ?? "",
    anyPlace: [view, ...row.texts].find(({ place }) => place !== "")?.place ?? "",
    forum: row.forum,
    anyNotes: view.notes || (row.texts.find(({ notes }) => notes !== "")?.notes ?? ""),
    mayDecide: mayWriteDecisions(row.state),
    mayFollowUp: mayFollowUp(row.state),
    decisions: own.map((each) => decisionView(each, framework, now)),
    due: dueViews(ofPlan, id, framework, now),
    plan: plan.code,
    rowVersion: row.rowVersion,
    may,
    paperSets: row.release === null ? [] : await paperSetsOf(id),
    adds: periodsAdded(own, framework),
    releases: may.includes("sendPapers") ? await releasesOf(plan.id, language) : [],
  };
}

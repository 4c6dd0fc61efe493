import "server-only";
import { arePublic } from "@/lib/domain/commitments/decision";
import { isComing, longestMeetingCode, meetingCode } from "@/lib/domain/commitments/meeting";
import { spokenLocale } from "@/lib/i18n/routing";
import { resultsVersionOfArea } from "@/lib/schemas/addresses/area-version";
import { decisionsOf, decisionView, dueViews } from "@/lib/server/commitments/decision-rows";
import { saidDueAt } from "@/lib/server/commitments/follow-ups/said-before";
import {
  byDay,
  chairOf,
  chairsOf,
  meetingHead,
  meetingHeadSelect,
  meetingView,
  readMeeting,
} from "@/lib/server/commitments/meeting-rows";
import type { Published } from "@/lib/server/commitments/read-public-observations";
import { saidInPublic } from "@/lib/server/commitments/said-in-public";
import { countAboutDecisions } from "@/lib/server/commitments/subjects/count-about-decisions";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { publicPaperSets } from "@/lib/server/publications/public-paper-sets";
import { frozenResults } from "@/lib/server/queries/results/frozen-results";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { recommendedInPublic } from "@/lib/server/youth/recommended-in-public";
import type { MeetingPageView, MeetingsPageView, PublicMeetingView } from "@/lib/views/commitments/meeting-view";
import type { PresentationView } from "@/lib/views/commitments/papers-view";

// Public pages about meetings are prerendered under the version of their area (lib/domain/areas.ts), which each change of a
// meeting raises. What a meeting looks at is read as of its release, whatever was approved since.

interface Area {
  code: string;
  locale: string;
  /** As the address has it: `17-3`. */
  version: string;
}

/** Null for a plan that there isn't, and for what is no version of an area. */
async function published({ code, locale, version }: Area): Promise<Published | null> {
  const results = resultsVersionOfArea(version);
  const plan = results && (await publishedPlan(code, spokenLocale(locale), results));
  if (!plan) return null;
  return { plan, framework: await frameworkOf({ id: plan.id, resultsVersion: plan.version }, locale) };
}

/** Every meeting of a plan: those to come, and those that were, by year. */
export async function publicMeetings(area: Area): Promise<MeetingsPageView | null> {
  const found = await published(area);
  if (!found) return null;
  const language = spokenLocale(area.locale);
  const rows = await (await db()).meeting.findMany({
    where: { planId: found.plan.id },
    select: meetingHeadSelect(language),
  });
  const meetings = rows.map((row) => meetingHead(row, language, found.framework)).sort(byDay);
  const past = meetings.filter(({ state }) => !isComing(state)).reverse();
  const years = [...new Set(past.map(({ year }) => year))];
  return {
    plan: found.plan.head,
    coming: meetings.filter(({ state }) => isComing(state)),
    chairs: await chairsOf(await db(), found.plan.id, found.framework),
    past: years.map((year) => ({ year, meetings: past.filter((meeting) => meeting.year === year) })),
  };
}

/** The meeting of that code, with the results that it looks at and how many observations are about what it decided. */
export async function publicMeeting(area: Area, code: string): Promise<MeetingPageView | null> {
  const found = await published(area);
  const view = found && (await readPublicMeeting(found, area.locale, code));
  if (!view) return null;
  const counts = await countAboutDecisions(
    await db(),
    view.decisions.map(({ textId }) => textId),
  );
  const observed = view.decisions.flatMap(({ textId, code: decision }) => {
    const count = counts.get(textId);
    return count ? [[decision, count] as const] : [];
  });
  return { ...view, observed: Object.fromEntries(observed) };
}

async function readPublicMeeting(
  { plan, framework }: Published,
  locale: string,
  code: string,
): Promise<PublicMeetingView | null> {
  if (code.length > longestMeetingCode || !meetingCode.test(code)) return null;
  const language = spokenLocale(locale);
  const client = await db();
  const row = await readMeeting(client, plan.id, { code }, language);
  if (!row) return null;
  const meeting = meetingView(row, language, framework);
  // Pages are kept until something changes: they say when key actions are due, and of none that it is overdue.
  const now = new Date();
  const ofPlan = await decisionsOf(client, plan.id, language);
  const reader = { planId: plan.id, language, framework, meetings: ofPlan.meetings, now };
  const own = ofPlan.decisions.filter(({ meeting: of }) => of.id === row.id && arePublic(of.state));
  const atVersion = { code: plan.head.code, resultsVersion: plan.present.version };
  return {
    chair: chairOf(row, framework),
    plan: plan.head,
    meeting,
    decisions: own.map((decision) => decisionView(decision, framework, now)),
    due: dueViews(ofPlan, row.id, framework, now),
    saidDue: await saidDueAt(client, row.id, "public", reader),
    paperSets: await publicPaperSets(plan.id, { id: row.id }),
    results: meeting.release && (await frozenResults(atVersion, meeting.release.code, language)),
  };
}

/** The same for the screen of its room, with what civil society and young people say in public by now. */
export async function meetingPresentation(area: Area, code: string): Promise<PresentationView | null> {
  const found = await published(area);
  const view = found && (await readPublicMeeting(found, area.locale, code));
  if (!view) return null;
  const now = new Date();
  const { plan, framework } = found;
  const { said } = await saidInPublic(found, area.locale, now);
  const language = spokenLocale(area.locale);
  const { recommended } = await recommendedInPublic(plan.id, framework, view.meeting, language, now);
  return { ...view, said, recommended, periods: found.plan.periods };
}

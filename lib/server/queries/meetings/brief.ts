import "server-only";
import { asksUnit } from "@/lib/domain/commitments/decision";
import { hasDelegations } from "@/lib/domain/commitments/meeting";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import type { Locale } from "@/lib/i18n/routing";
import { spokenLocale } from "@/lib/i18n/routing";
import { comingMeetings, type DecisionsOfPlan, decisionsOf, dueViews } from "@/lib/server/commitments/decision-rows";
import { byDay, meetingHead, meetingHeadSelect } from "@/lib/server/commitments/meeting-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf, type PlanAtVersion, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { frozenResults } from "@/lib/server/queries/results/frozen-results";
import type { BriefChoice, BriefView, NextBrief } from "@/lib/views/commitments/brief-view";
import { viewOfCountry } from "@/lib/views/country-view";
import type { UnitView } from "@/lib/views/report-view";
import { openObservations } from "../observations/open-observations";

/** The countries of a plan whose brief somebody may read. */
async function unitsOfBriefs(actor: Actor, plan: PlanAtVersion, locale: Locale) {
  const framework = await frameworkOf(plan, locale);
  const units = [...framework.units].flatMap(([id, unit]) =>
    unit.level === "country" && can(actor, "viewBrief", { planId: plan.id, unit: { id, level: unit.level } })
      ? { id, unit }
      : [],
  );
  return { framework, units };
}

/**
 * The next meeting of all countries, or of their own, for those who sit in a country's delegation; else null.
 * @param meetings reads those of the plan
 */
export async function nextBrief(
  actor: Actor,
  plan: PlanAtVersion,
  locale: Locale,
  meetings: () => Promise<DecisionsOfPlan>,
): Promise<NextBrief | null> {
  // Whoever keeps meetings, or holds their roles for all units, sits in no delegation.
  if (actor.roles.every(({ unit }) => unit === null) || can(actor, "keepMeetings", { planId: plan.id })) return null;
  const { framework, units } = await unitsOfBriefs(actor, plan, locale);
  if (units.length === 0) return null;
  const [meeting] = comingMeetings(await meetings(), spokenLocale(locale), framework)
    .filter(({ kind }) => hasDelegations(kind))
    .filter(({ unit: own }) => own === null || units.some(({ unit }) => unit.code === own.code))
    .sort(byDay);
  return meeting ? { meeting, units: units.map(({ unit }) => unit) } : null;
}

/**
 * A country's brief for a meeting, or the countries to choose from where the person may read several and names none; null
 * for what there isn't, and for whoever may read none of it.
 * @param unitCode null: their own
 */
export async function briefOf(
  actor: Actor,
  planCode: string,
  code: string,
  unitCode: string | null,
  { locale, now }: { locale: Locale; now: Date },
): Promise<BriefView | BriefChoice | null> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true },
  });
  if (!plan || grantsIn(actor, plan.id).length === 0) return null;
  const { framework, units: readable } = await unitsOfBriefs(actor, plan, locale);
  if (readable.length === 0) return null;
  const language = spokenLocale(locale);
  const row = await client.meeting.findUnique({
    where: { planId_code: { planId: plan.id, code } },
    select: { ...meetingHeadSelect(language), release: { select: { code: true } } },
  });
  // Where governments don't sit there are no delegations; at a country's own meeting there is that of no other.
  if (!row || !hasDelegations(row.kind)) return null;
  const units = readable.filter(({ id }) => row.unitId === null || row.unitId === id);
  if (units.length === 0) return null;
  const meeting = meetingHead(row, language, framework);
  const own =
    unitCode === null && units.length > 1 ? null : units.find(({ unit }) => unit.code === (unitCode ?? unit.code));
  if (own === null) return { meeting, units: units.map(({ unit }) => ({ code: unit.code, name: unit.name })) };
  if (!own) return null;
  const results = row.release && (await frozenResults(plan, row.release.code, language));
  return {
    meeting,
    unit: own.unit,
    results: results && viewOfCountry(results, own.unit.code),
    open: await openOf(plan.id, own, framework, now),
    due: dueViews(await decisionsOf(client, plan.id, language), row.id, framework, now).filter(({ decision }) =>
      asksUnit(decision, own.unit.code),
    ),
    mayAct: can(actor, "sendReply", { planId: plan.id, unit: { id: own.id, level: "country" } }),
    // A delegate doesn't read them before they are replied to.
    mayOpen:
      can(actor, "draftReply", { planId: plan.id, unit: { id: own.id, level: "country" } }) ||
      can(actor, "checkSafety", { planId: plan.id }),
  };
}

const openOf = (planId: number, { id, unit }: { id: number; unit: UnitView }, framework: PlanFramework, now: Date) =>
  openObservations({ planId, unit: { id, code: unit.code } }, framework, now);

import "server-only";
import { setTimeout } from "node:timers/promises";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal, type RefusalArgs } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { unitViews } from "@/lib/server/reports/report-head";
import type { Asked } from "@/lib/server/reports/visible-report";
import { consequencesOf } from "@/lib/server/results/consequences";
import {
  approvalUnderWay,
  approvalUnderWayAnywhere,
  type Prepared,
  prepareApproval,
} from "@/lib/server/results/prepare";
import type { ApprovalAnswer, ApprovalProgress, ConsequencesView } from "@/lib/views/consequences-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * What approving a submitted report would change for readers, worked out as the approval would, by the same chance, and
 * written nowhere.
 * Null for whoever may not review it, and where nothing waits for a decision.
 */
export async function consequencesOfApproval(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<ConsequencesView | null> {
  const located = await locateReport(await db(), address);
  return located && consequencesAt(actor, located, asked);
}

/** As `consequencesOfApproval`, where the report's rows are at hand. */
export async function consequencesAt(
  actor: Actor | null,
  located: LocatedReport,
  { locale }: Asked,
): Promise<ConsequencesView | null> {
  const { plan, unit, period, report } = located;
  if (report?.state !== "submitted") return null;
  if (!can(actor, "reviewReport", { ...subjectOf(located), submittedById: null })) return null;
  const prepared = await prepareApproval({ ...report, planId: plan.id, unitId: unit.id, periodId: period.id });
  const views = remembered.get(prepared) ?? new Map<string, Promise<ConsequencesView>>();
  remembered.set(prepared, views);
  const known = views.get(locale);
  if (known) return known;
  const view = inWords(located, prepared, locale);
  views.set(locale, view);
  view.catch(() => views.delete(locale));
  return view;
}

/** One of the three, or none where nothing waits for a decision. */
export interface WorkedOutSoFar {
  consequences: ConsequencesView | null;
  underWay: ApprovalProgress | null;
  /** The code of an indicator that takes more than any may. */
  tooLarge: string | null;
}

/** So long a page waits for them; whoever reviews has something to read meanwhile. */
const PATIENCE_MS = 2_000;

/** As `consequencesAt`, and where that takes its time, how far it is: it goes on by itself. */
export async function consequencesSoon(
  actor: Actor | null,
  located: LocatedReport,
  asked: Asked,
  patienceMs = PATIENCE_MS,
): Promise<WorkedOutSoFar> {
  const whole = consequencesOrTooLarge(actor, located, asked);
  const first = await Promise.race([whole, setTimeout(patienceMs, "late" as const, { ref: false })]);
  if (first !== "late") return { ...first, underWay: null };
  whole.catch((error) => log.error({ err: error }, "What an approval would change couldn't be worked out."));
  const underWay = approvalUnderWay(located.report!.id) ?? { done: 0, of: 0 };
  return { consequences: null, underWay, tooLarge: null };
}

/** As `consequencesAt`, and where they take more than any may, of which indicator. */
export async function consequencesOrTooLarge(
  ...asked: Parameters<typeof consequencesAt>
): Promise<Omit<WorkedOutSoFar, "underWay">> {
  try {
    return { consequences: await consequencesAt(...asked), tooLarge: null };
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "resultsTooLarge")) throw error;
    return { consequences: null, tooLarge: (error.args as RefusalArgs["resultsTooLarge"]).indicator };
  }
}

/** How far the consequences of an approval are; null for whoever may not see its review. */
export async function approvalProgress(actor: Actor | null, address: ReportAddress): Promise<ApprovalAnswer | null> {
  const located = await locateReport(await db(), address);
  if (!located?.report || !can(actor, "viewReview", subjectOf(located))) return null;
  return { underWay: await approvalUnderWayAnywhere(located.plan.id, located.report.id) };
}

const holder = globalThis as typeof globalThis & {
  spaivConsequences?: WeakMap<Prepared, Map<string, Promise<ConsequencesView>>>;
};
// Pages and route handlers are bundled apart, and both ask.
holder.spaivConsequences ??= new WeakMap();
/** Views of what was prepared, of some 30 KB each, by language. */
const remembered = holder.spaivConsequences;

async function inWords(
  { plan, unit, period }: LocatedReport,
  prepared: Prepared,
  locale: string,
): Promise<ConsequencesView> {
  const client = await db();
  const place = { planId: plan.id, unitId: unit.id, periodId: period.id };
  const consequences = await consequencesOf(client, place, prepared);
  const { others, hidden, unprotected, hiddenAsWhole } = consequences;
  const named = new Set([...others, ...hidden, ...unprotected, ...hiddenAsWhole].map((each) => each.unit));
  const used = prepared.snapshot.plan.units.filter(({ id, code }) => id === unit.id || named.has(code));
  return { ...consequences, units: [...(await unitViews(client, used, locale)).values()] };
}

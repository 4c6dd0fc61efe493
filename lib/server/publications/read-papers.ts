import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { decisionsOf, dueViews } from "@/lib/server/commitments/decision-rows";
import { saidDueAt } from "@/lib/server/commitments/follow-ups/said-before";
import { meetingView, readMeeting } from "@/lib/server/commitments/meeting-rows";
import { saidInPublic } from "@/lib/server/commitments/said-in-public";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { type PublishedPlan, publishedPlan } from "@/lib/server/results/read/plan";
import { recommendedInPublic } from "@/lib/server/youth/recommended-in-public";
import type { PapersView } from "@/lib/views/commitments/papers-view";

/**
 * What the papers of a meeting have besides the results of their release, as anybody reads it at present; null for a meeting
 * that there isn't. An agenda and what is said aren't frozen: the papers say of which day they are.
 * @param textIds what is written out of it, by its rows
 */
export async function readPapers(
  { id: planId, present }: PublishedPlan,
  code: string,
  meeting: string,
  language: string,
  now: Date,
): Promise<{ papers: PapersView; textIds: number[] } | null> {
  const spoken = spokenLocale(language);
  const plan = await publishedPlan(code, spoken, String(present.version));
  const client = await db();
  const row = await readMeeting(client, planId, { code: meeting }, spoken);
  if (!plan || !row) return null;
  const framework = await frameworkOf({ id: planId, resultsVersion: plan.version }, spoken);
  const shown = meetingView(row, spoken, framework);
  const { textIds, said } = await saidInPublic({ plan, framework }, spoken, now);
  // Young people's words were translated into languages that pages don't speak.
  const youth = await recommendedInPublic(planId, framework, shown, language, now);
  const ofPlan = await decisionsOf(client, planId, language);
  const due = dueViews(ofPlan, row.id, framework, now);
  const reader = { planId, language, framework, meetings: ofPlan.meetings, now };
  const saidDue = await saidDueAt(client, row.id, "public", reader);
  const decided = due.flatMap(({ decision }) => (decision.isTakenDown ? [] : decision.textId));
  return {
    papers: { meeting: shown, due, saidDue, said, recommended: youth.recommended },
    textIds: [...textIds, ...youth.textIds, ...decided, ...saidDue.map(({ textId }) => textId)],
  };
}

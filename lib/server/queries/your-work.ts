import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { type DecisionsOfPlan, decisionsOf } from "@/lib/server/commitments/decision-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import type { WorkMention, WorkView } from "@/lib/views/work-view";
import { platformsWaiting } from "./civil-society/platforms-waiting";
import { decisionsWaiting } from "./meetings/acting-decisions";
import { nextBrief } from "./meetings/brief";
import { meetingsKept } from "./meetings/meetings-for-work";
import { mentionsForWork } from "./mentions-for-work";
import { newsForWork } from "./news-for-work";
import { observationsWaiting } from "./observations/observations-waiting";
import { workOfPlan } from "./reports-due";
import { recommendationsWaiting } from "./youth-forum/recommendations-waiting";

/** Queries to answer are listed by themselves, be somebody told of one or not. */
const isNoQueryOf =
  ({ queries }: WorkView) =>
  ({ kind, unit, period, indicator }: WorkMention): boolean =>
    kind !== "query" ||
    !queries.some((one) => one.unit === unit.code && one.period === period && one.indicator.code === indicator.code);

/**
 * "Your work": what waits for somebody in a plan, and what is new for them; null where there is no such plan, or they have no
 * role in it. The plan's row is read once, and handed on.
 */
export async function yourWork(actor: Actor, planCode: string, asked: { locale: Locale; now: Date }) {
  const found = await workOfPlan(actor, planCode, asked);
  if (found === null) return null;
  const { view, plan } = found;
  // Two parts ask for them, and some people for neither.
  let read: Promise<DecisionsOfPlan> | null = null;
  const decisions = async () => {
    read ??= decisionsOf(await db(), plan.id, spokenLocale(asked.locale));
    return read;
  };
  const { units } = await frameworkOf(plan, asked.locale);
  return {
    view,
    unitNames: Object.fromEntries([...units.values()].map(({ code, name }) => [code, name])),
    mentions: (await mentionsForWork(actor, plan, asked)).filter(isNoQueryOf(view)),
    observations: await observationsWaiting(actor, plan, asked),
    decisions: await decisionsWaiting(actor, plan, asked, decisions),
    meetings: await meetingsKept(actor, plan, asked.locale),
    brief: await nextBrief(actor, plan, asked.locale, decisions),
    recommendations: await recommendationsWaiting(actor, plan, asked),
    platforms: await platformsWaiting(actor, planCode),
    news: await newsForWork(actor, plan, asked),
  };
}

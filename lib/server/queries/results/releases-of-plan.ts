import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { releasesOf } from "@/lib/server/results/read/releases";
import type { ReleaseView, ResultsPlan } from "@/lib/views/results-plan";

/** A plan's releases, the newest first; null for a plan that there isn't. */
export async function releasesOfPlan(
  code: string,
  locale: string,
  version: string,
): Promise<{ plan: ResultsPlan; releases: ReleaseView[] } | null> {
  const plan = await publishedPlan(code, spokenLocale(locale), version);
  return plan && { plan: plan.head, releases: await releasesOf(plan.id, spokenLocale(locale)) };
}

import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type { ResultsPlan } from "@/lib/views/results-plan";

/** What the frame of a public page says of its plan; null for a plan that there isn't. */
export async function planOfResults(
  code: string,
  locale: string,
  version: string | null = null,
): Promise<ResultsPlan | null> {
  return (await publishedPlan(code, spokenLocale(locale), version))?.head ?? null;
}

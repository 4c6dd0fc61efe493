import { laterDefinition } from "@/lib/charts/later-definition";
import type { Explanation } from "@/lib/charts/prepare/prepare-explanation";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { Formats } from "./formats";
import type { TranslatorOf } from "./messages";

/**
 * That a target belongs to a later definition than the period's, as of a country which has none under that; or that targets
 * after the last one do. null where one definition holds from the period to the target and beyond.
 */
export function definitionNote(
  t: TranslatorOf<"public.explain">,
  { targetOn, targetVersion }: Pick<Explanation, "targetOn" | "targetVersion">,
  view: Pick<IndicatorView, "history" | "period">,
  { year }: Pick<Formats, "year">,
): string | null {
  if (targetOn === null) return null;
  const from = laterDefinition(view, targetVersion);
  if (from !== null) return t("laterDefinition", { end: year(targetOn), year: year(from) });
  const isFollowed = view.history.some(({ validFrom }) => (validFrom ?? "") > targetOn);
  return isFollowed ? t("lastUnderDefinition", { end: year(targetOn) }) : null;
}

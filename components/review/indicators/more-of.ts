import { getTranslations } from "next-intl/server";
import { personNameFrom } from "@/components/people/person-name";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { formatsOf } from "@/lib/i18n/formats";
import { momentsOf } from "@/lib/i18n/moments";
import type { Locale } from "@/lib/i18n/routing";
import { siteTimeZone } from "@/lib/i18n/site-time-zone";
import { valueWordingFrom } from "@/lib/i18n/value-wording";
import type { PartRow, ReviewMore } from "@/lib/schemas/reports/review-more";
import type { ConsequencesView } from "@/lib/views/consequences-view";
import type { Revision } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";
import type { ReviewIndicator } from "@/lib/views/review-view";

/** How the public would see the cells of an indicator that it won't see as they stand. */
export type Hidden = Pick<ConsequencesView, "threshold"> & { states: ConsequencesView["states"][string] };

export const hiddenOf = (consequences: ConsequencesView | null, code: string): Hidden => ({
  states: consequences?.states[code] ?? {},
  threshold: consequences?.threshold ?? 0,
});

/** Parts that changed, then the others. */
export function partsOf({ cells, changes }: Pick<ReviewIndicator, "cells" | "changes">) {
  const changed = new Map(changes.map((change) => [change.cell, change]));
  const isTotalChanged = changed.delete(totalCell);
  const others = Object.keys(cells).filter((key) => key !== totalCell && !changed.has(key));
  return { keys: [...changed.keys(), ...others], changed, isTotalChanged };
}

/** What stands open from the start: only the parts show what changed. */
export function isOpenAtFirst(indicator: ReviewIndicator): boolean {
  const { changed, isTotalChanged } = partsOf(indicator);
  return changed.size > 0 && !isTotalChanged;
}

/** Says, in the language of a page, what of an indicator is one click away: its parts, exact, and what its total ever was. */
export async function moreInWords(locale: Locale) {
  const t = await getTranslations({ locale, namespace: "review" });
  const personName = personNameFrom(await getTranslations({ locale, namespace: "common" }));
  const wording = valueWordingFrom(await getTranslations({ locale, namespace: "values.text" }), formatsOf(locale).tag);
  const { moment } = momentsOf(locale, siteTimeZone());
  return (
    indicator: ReviewIndicator,
    dimensions: readonly DimensionView[],
    { states, threshold }: Hidden,
    revisions: readonly Revision[],
  ): ReviewMore => {
    const scale = { ...indicator.rules, steps: indicator.steps };
    const { keys, changed } = partsOf(indicator);
    return {
      parts: keys.map(
        (key): PartRow => [
          cellName(key, dimensions, ""),
          valueText(indicator.cells[key] ?? null, scale, wording),
          states[key] ? t("parts.hidden", { state: states[key], threshold }) : "",
          changed.has(key) ? valueText(changed.get(key)?.before ?? null, scale, wording) : "",
        ],
      ),
      history: revisions.map(({ value, at, by, file }) => [
        value === null ? t("history.cleared") : valueText(value, scale, wording),
        [
          t("history.entered", { at: moment(at), by: personName(by) }),
          ...(file === null ? [] : [t("history.fromFile", { file })]),
        ].join(" "),
      ]),
    };
  };
}

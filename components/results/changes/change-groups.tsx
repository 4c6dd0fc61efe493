import { useTranslations } from "next-intl";
import { SuppressedNote } from "@/components/results/status/suppressed-note";
import type { StatusChangeModel } from "@/lib/charts/prepare/prepare-changes";
import { formatsOf } from "@/lib/i18n/formats";
import { resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { RegionalView } from "@/lib/views/regional-view";
import { letterOf } from "@/lib/views/shown-status";
import { ChangesTables } from "./changes-tables";

/** Changes of status, those of one direction under each other. Groups without any are left out. */
export function ChangeGroups({
  view,
  groups,
  heading = "h2",
  locale,
}: {
  view: RegionalView;
  /** Each of one direction. */
  groups: readonly (readonly StatusChangeModel[])[];
  heading?: "h2" | "h3";
  locale: Locale;
}) {
  const t = useTranslations("public.changes");
  const status = useTranslations("status");
  const formats = formatsOf(locale);
  if (!view.previous) return null;
  const used = new Set(groups.flat().flatMap(({ from, to }) => [from, to]));
  const isOne = view.countries.length === 1;
  return (
    <>
      <SuppressedNote statuses={used} />
      <ChangesTables
        groups={groups.flatMap((changes) =>
          changes[0]
            ? [
                {
                  title: t(`word.${changes[0].direction}`),
                  rows: changes.map(
                    ({ indicator, country, from, to }) =>
                      [
                        indicator.code,
                        indicator.title,
                        country.code,
                        isOne ? "" : country.name,
                        letterOf(from) + letterOf(to),
                      ] as const,
                  ),
                },
              ]
            : [],
        )}
        heading={heading}
        root={resultsPath(locale, view.plan)}
        period={view.period.code}
        labels={{
          indicator: t("indicator"),
          country: t("country"),
          fromTo: t("fromTo", { from: formats.period(view.previous), to: formats.period(view.period) }),
          next: status("change.then"),
          words: Object.fromEntries([...used].map((each) => [each, status(`word.${each}`)])),
        }}
      />
    </>
  );
}

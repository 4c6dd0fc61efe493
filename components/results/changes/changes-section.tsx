import { useTranslations } from "next-intl";
import { largestChanges, prepareChanges } from "@/lib/charts/prepare/prepare-changes";
import { formatsOf } from "@/lib/i18n/formats";
import { changesPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { allChanges, queryOfChanges } from "@/lib/schemas/addresses/changes-filter";
import type { RegionalView } from "@/lib/views/regional-view";
import { ChangeGroups } from "./change-groups";

/** Of what became better and of what became worse, as many are named. */
const ofEach = 3;

/** What became better or worse since the period before, and where all of it is; nothing for the first period. */
export function ChangesSection({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("public.changes");
  if (!view.previous) return null;
  const { changes, ...counts } = prepareChanges(view);
  const better = largestChanges(changes, "improved", ofEach);
  const worse = largestChanges(changes, "worsened", ofEach);
  const [only, ...others] = view.countries;
  const query = queryOfChanges({ ...allChanges, country: only && others.length === 0 ? only.code : null });
  return (
    <section className="block" aria-labelledby="changes-title">
      <h2 id="changes-title">{t("title", { period: formatsOf(locale).period(view.previous) })}</h2>
      <p className="note">
        {t("summary", counts)} {counts.redefined > 0 && t("redefined", { count: counts.redefined })}{" "}
        {better.length + worse.length < counts.improved + counts.worsened &&
          t("largest", {
            better: counts.improved,
            betterNamed: better.length,
            worse: counts.worsened,
            worseNamed: worse.length,
            which: worse.length === 0 ? "improved" : better.length === 0 ? "worsened" : "both",
          })}
      </p>
      <ChangeGroups view={view} groups={[better, worse]} heading="h3" locale={locale} />
      {changes.length > 0 && (
        <p className="mt-4">
          <a href={`${changesPath(resultsPath(locale, view.plan), view.period.code)}${query}`}>
            {t("all", { count: changes.length })}
          </a>
        </p>
      )}
    </section>
  );
}

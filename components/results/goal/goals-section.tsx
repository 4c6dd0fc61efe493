import { useTranslations } from "next-intl";
import { DistributionList } from "@/components/results/distribution-list";
import { StatusKey } from "@/components/results/status/status-key";
import { countryResults } from "@/lib/charts/country-results";
import { distributionOf } from "@/lib/charts/distribution";
import { chartPath, csvPath, periodPath, placePath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { RegionalView } from "@/lib/views/regional-view";

export function GoalsSection({
  view,
  locale,
  withKey = false,
}: {
  view: RegionalView;
  locale: Locale;
  withKey?: boolean;
}) {
  const t = useTranslations("public.byGoal");
  const root = resultsPath(locale, view.plan);
  const ofPeriod = periodPath(root, view.period.code);
  const shownOf = (goal: string) =>
    countryResults(view.rows.filter((row) => row.goal === goal)).map(({ status }) => status);
  return (
    <section className="block" aria-labelledby="goals-title">
      <h2 id="goals-title">{t("title")}</h2>
      <p className="note">{t("note")}</p>
      {withKey && <StatusKey />}
      <DistributionList
        links={[`${placePath(root, "goals")}/`, `/${view.period.code}`]}
        chart={chartPath(ofPeriod, "goals")}
        csv={csvPath(ofPeriod)}
        rows={view.goals.map((goal) => ({
          code: goal.code,
          title: goal.title,
          pillar: goal.pillar,
          counts: distributionOf(shownOf(goal.code)),
        }))}
      />
    </section>
  );
}

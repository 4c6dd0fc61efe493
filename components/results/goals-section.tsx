import { useTranslations } from "next-intl";
import { distributionOf } from "@/lib/charts/distribution";
import type { RegionalView } from "@/lib/charts/regional-view";
import type { Locale } from "@/lib/i18n/routing";
import { DistributionList } from "./distribution-list";
import { StatusKey } from "./status-key";

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
  const shownOf = (goal: string) =>
    view.rows
      .filter((row) => row.goal === goal)
      .flatMap((row) => row.countries.flatMap((cell) => (cell ? [cell.status] : [])));
  return (
    <section className="block" aria-labelledby="goals-title">
      <h2 id="goals-title">{t("title")}</h2>
      <p className="note">{t("note")}</p>
      {withKey && <StatusKey />}
      <DistributionList
        rows={view.goals.map((goal) => ({
          code: goal.code,
          title: goal.title,
          pillar: goal.pillar,
          href: `/${locale}/${view.plan.code}/goals/${goal.code}/${view.period.code}`,
          counts: distributionOf(shownOf(goal.code)),
        }))}
      />
    </section>
  );
}

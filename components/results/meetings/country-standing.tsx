import { useLocale, useTranslations } from "next-intl";
import { StatusKey } from "@/components/results/status/status-key";
import { countIn, distributionOf } from "@/lib/charts/distribution";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { formatsOf } from "@/lib/i18n/formats";
import type { RegionalView } from "@/lib/views/regional-view";
import { SlideBars } from "./slide-bars";

/**
 * How a country stands in a sentence, and goal by goal.
 * @param view of the country alone
 */
export function CountryStanding({ view }: { view: RegionalView }) {
  const t = useTranslations("country");
  const { period: periodOf } = formatsOf(useLocale());
  const [country] = view.countries;
  if (!country) return null;
  const { code, name } = country;
  const period = periodOf(view.period);
  if (!view.reported.includes(code)) return <p className="lead">{t("notApproved", { name, period })}</p>;
  const { assessed, favourable, distribution, values } = prepareFindings(view);
  const counts = { favourable, assessed, period, notApplicable: values.notApplicable };
  return (
    <>
      <p className="lead">
        {assessed === 0
          ? t("titleNone", { name, period })
          : t("lead", { ...counts, notAssessed: countIn(distribution, "notAssessed") })}
      </p>
      <StatusKey />
      <SlideBars
        rows={view.goals.map(({ code: goal, title, pillar }) => ({
          code: goal,
          title,
          hue: pillar.toLowerCase(),
          counts: distributionOf(
            view.rows.filter((row) => row.goal === goal).flatMap(({ countries }) => countries[0]?.status ?? []),
          ),
        }))}
      />
    </>
  );
}

import { useTranslations } from "next-intl";
import { useMeasure } from "@/components/indicator/use-measure";
import { Table } from "@/components/ui/table";
import type { RegionalView } from "@/lib/charts/regional-view";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { StatusChip } from "./status-chip";

/** Every indicator, goal by goal, with what is reported and how the region stands. */
export function IndicatorList({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("public.lists");
  const measure = useMeasure();
  const root = `/${locale}/${view.plan.code}`;
  const period = formatsOf(locale).period(view.period);
  return view.goals.map((goal) => {
    const rows = view.rows.filter((row) => row.goal === goal.code);
    if (rows.length === 0) return null;
    return (
      <div key={goal.code} className="country-goal" id={goal.code}>
        <h2 className={`pill-title ${goal.pillar.toLowerCase()}`}>
          <a href={`${root}/goals/${goal.code}`}>
            {goal.code} {goal.title}
          </a>
        </h2>
        <Table
          caption={t("caption", { goal: goal.code })}
          stack
          head={
            <>
              <th scope="col">{t("indicator")}</th>
              <th scope="col">{t("measure")}</th>
              <th scope="col">{t("region", { period })}</th>
            </>
          }
        >
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <span className="code">{row.code}</span> <a href={`${root}/indicators/${row.code}`}>{row.title}</a>
              </th>
              <td>
                {measure(row)}
                {row.countries.every((cell) => cell === null) && `, ${t("regional")}`}
              </td>
              <td>{row.region ? <StatusChip status={row.region.status} /> : t("notForRegion")}</td>
            </tr>
          ))}
        </Table>
      </div>
    );
  });
}

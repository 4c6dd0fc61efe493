import { countryResults } from "@/lib/charts/country-results";
import { type Distribution, distributionOf, totalOf } from "@/lib/charts/distribution";
import { statuses } from "@/lib/domain/progress/status";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { ChartBlock } from "@/lib/publication/document";
import { anchor, type Telling } from "@/lib/publication/prepare/context";
import type { CountryView } from "@/lib/views/country-view";
import type { RegionalRow, RegionalView } from "@/lib/views/regional-view";

/** Statuses of country results, goal by goal. */
export function byGoalChart({ words, period }: Telling, view: RegionalView): ChartBlock {
  const { t } = words;
  const rows = view.goals.map(({ code, title }) => ({
    code,
    name: title,
    counts: distributionOf(statusesOf(view.rows.filter((row) => row.goal === code))),
  }));
  return distributionChart(words, rows, {
    id: "findings-by-goal",
    title: t("publication.findings.byGoal", { period }),
    subtitle: t("public.byGoal.note"),
    source: sourceOf(words, view),
  });
}

const statusesOf = (rows: readonly RegionalRow[]) => countryResults(rows).map(({ status }) => status);

/** Countries aren't ranked: they stand in the plan's order. */
export function byCountryChart({ words, period }: Telling, view: RegionalView, goal: string | null): ChartBlock {
  const { t } = words;
  const rows = view.countries.map(({ name }, index) => ({
    code: "",
    name,
    counts: distributionOf(view.rows.flatMap(({ countries }) => countries[index]?.status ?? [])),
  }));
  return distributionChart(words, rows, {
    id: anchor(goal ?? "findings", "by-country"),
    title:
      goal === null
        ? t("publication.findings.byCountry", { period })
        : t("publication.findings.byCountryOf", { code: goal, period }),
    subtitle: t("publication.findings.byCountryNote"),
    source: sourceOf(words, view),
  });
}

/** Statuses of one country's indicators, goal by goal. */
export function countryByGoalChart({ words, period }: Telling, { country, goals }: CountryView): ChartBlock {
  const { t } = words;
  const rows = goals.map(({ goal, rows: indicators }) => ({
    code: goal.code,
    name: goal.title,
    counts: distributionOf(indicators.map(({ cell }) => cell.status)),
  }));
  return distributionChart(words, rows, {
    id: anchor("country", country.code, "by-goal"),
    title: t("publication.country.byGoal", { name: country.name, period }),
    subtitle: t("country.byGoalNote"),
    source: t("publication.indicator.source"),
  });
}

const sourceOf = ({ t }: PublicationWords, { reported, countries }: RegionalView) =>
  t("public.trend.source", { reported: reported.length, all: countries.length });

interface Row {
  code: string;
  name: string;
  counts: Distribution;
}

/** Bars of statuses, one a row. */
function distributionChart(
  { t, formats }: PublicationWords,
  rows: readonly Row[],
  said: Pick<ChartBlock, "id" | "title" | "subtitle" | "source">,
): ChartBlock {
  const counted = (counts: Distribution) =>
    formats.list(
      statuses.flatMap((status, index) =>
        counts[index] ? [t(`status.counted.${status}`, { count: counts[index] })] : [],
      ),
    );
  return {
    kind: "chart",
    about: null,
    ...said,
    alt: rows
      .map(({ code, name, counts }) =>
        t("publication.words.sentence", { text: `${[code, name].filter(Boolean).join(" ")}: ${counted(counts)}` }),
      )
      .join(" "),
    chart: {
      type: "distribution",
      rows: rows.map(({ code, name, counts }) => ({
        code,
        name,
        counts: [...counts],
        total: t("public.byGoal.results", { count: totalOf(counts) }),
      })),
      words: statuses.map((status) => t(`status.word.${status}`)),
    },
  };
}

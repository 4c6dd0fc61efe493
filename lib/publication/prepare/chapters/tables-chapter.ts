import { regionCode } from "@/lib/domain/publication";
import type { Chapter, TableBlock } from "@/lib/publication/document";
import { anchor, type Preparing } from "@/lib/publication/prepare/context";
import { unitColumn } from "@/lib/publication/prepare/tables/country-column";
import { countryValues } from "@/lib/publication/prepare/tables/country-values";
import { valuesTable } from "@/lib/publication/prepare/tables/values-table";
import type { Breakdown, IndicatorView } from "@/lib/views/indicator-view";
import { shownText } from "@/lib/views/public-value";

/** The values by category, table after table; a data book has those by country before them. None where there are none. */
export function tablesChapter(preparing: Preparing): Chapter[] {
  const { settings, views, words } = preparing;
  const { t } = words;
  const isShown = ({ goal }: IndicatorView) => settings.goal === null || goal.code === settings.goal;
  const broken = views.indicators.filter((view) => isShown(view) && view.breakdowns.length > 0);
  const breakdowns = broken.flatMap((view) =>
    view.breakdowns.flatMap((breakdown) => breakdownTable(preparing, view, breakdown)),
  );
  const values = settings.kind === "dataBook" ? valuesTables(preparing) : [];
  if (values.length + breakdowns.length === 0) return [];
  return [
    {
      id: "tables",
      title: t("publication.tables.title"),
      kicker: null,
      pillar: null,
      blocks: [{ kind: "paragraph", text: t("publication.tables.lead") }, ...values, ...breakdowns],
    },
  ];
}

/** Of the region goal by goal; of a country in one table. */
function valuesTables(preparing: Preparing): TableBlock[] {
  const { settings, views } = preparing;
  const country = views.countries.find(({ country: { code } }) => code === settings.unit);
  return country
    ? [countryValues(preparing, country, country.goals)]
    : views.goals.map((goal) => valuesTable(preparing, goal));
}

/** Categories down, countries and the region across: there may be many categories, and there are six countries. */
function breakdownTable(preparing: Preparing, view: IndicatorView, breakdown: Breakdown): TableBlock[] {
  const { settings, views, words, period } = preparing;
  const { t, wording } = words;
  const { indicator } = view;
  // What it adds up to stands in what is about the region, whichever countries are chosen beside it.
  const region = settings.unit === regionCode ? breakdown.region : null;
  const rows = [
    ...breakdown.rows.filter(({ unit }) => settings.countries.includes(unit.code) || unit.code === settings.unit),
    ...(region ? [region] : []),
  ].map((row) => ({ ...row, ...unitColumn(preparing, views.regional, row.unit) }));
  const text = (value: Breakdown["rows"][number]["total"]) => shownText(value, indicator, wording);
  const isGiven = (index: number) => rows.some(({ values }) => values[index]?.state !== "missing");
  const columns = breakdown.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => isGiven(index));
  if (columns.length === 0) return [];
  return [
    {
      kind: "table",
      id: anchor("table", indicator.code, breakdown.key),
      caption: t("public.breakdown.caption", {
        title: `${indicator.code} ${indicator.title}`,
        dimensions: words.dimensions(breakdown.dimensions),
        period,
      }),
      look: "plain",
      columns: [
        { name: words.dimensions(breakdown.dimensions), align: "start", width: 5 },
        ...rows.map(({ head }) => ({ ...head, align: "end" as const, width: 2 })),
      ],
      rows: [
        ...columns.map(({ categories, index }) => ({
          kind: "cells" as const,
          cells: [
            { text: words.text(categories.join(", ")) },
            ...rows.map(({ values, cell }) => cell(() => ({ text: text(values[index]!) }))),
          ],
        })),
        {
          kind: "cells",
          cells: [
            { text: t("public.breakdown.total") },
            ...rows.map(({ total, cell }) => cell(() => ({ text: text(total) }))),
          ],
        },
      ],
      note: [
        t("publication.words.sentence", { text: words.measure(indicator) }),
        t("publication.indicator.source"),
        ...(breakdown.isOpen ? [t("public.breakdown.openList")] : []),
        // A country's values of one period stand together, total and parts alike.
        ...(view.region && region ? words.carried(view, view.region) : []),
        ...(region ? words.leftOut(region) : []),
      ].join(" "),
    },
  ];
}

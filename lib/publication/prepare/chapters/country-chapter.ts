import { countIn } from "@/lib/charts/distribution";
import { prepareCompleteness } from "@/lib/charts/prepare/prepare-completeness";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import type { Block, Chapter, Fact, TableRow } from "@/lib/publication/document";
import { countryByGoalChart } from "@/lib/publication/prepare/charts/distribution-chart";
import { anchor, type Preparing } from "@/lib/publication/prepare/context";
import { smallWords } from "@/lib/publication/prepare/small-words";
import { countryValues } from "@/lib/publication/prepare/tables/country-values";
import type { CountryView } from "@/lib/views/country-view";
import { isTakenDown, reportedReason } from "@/lib/views/public-value";

/** A country: how its indicators stand and what is missing; of a goal report, of the goal and with every value. */
export function countryChapter(preparing: Preparing, whole: CountryView): Chapter {
  const { words, period, settings } = preparing;
  const { t, formats } = words;
  const view = settings.goal === null ? whole : ofGoal(whole, settings.goal);
  const { name, code } = view.country;
  const head = { id: anchor("country", code), title: name, kicker: t("publication.country.kicker"), pillar: null };
  if (view.approvedOn === null) {
    const said: Block = { kind: "paragraph", text: t("country.notApproved", { name, period }) };
    // What it means to reach doesn't depend on the report.
    const isShort = settings.kind === "regional" || settings.kind === "paperSet";
    const targets = isShort ? [] : [countryValues(preparing, view, view.goals)];
    return { ...head, blocks: [said, ...targets] };
  }
  const { percent, favourable, assessed, distribution, values } = prepareFindings(view.regional);
  const notAssessed = countIn(distribution, "notAssessed");
  return {
    ...head,
    blocks: [
      {
        kind: "paragraph",
        look: "lead",
        text:
          percent === null
            ? t("country.titleNone", { name, period })
            : t("country.lead", { favourable, assessed, period, notAssessed, notApplicable: values.notApplicable }),
      },
      { kind: "paragraph", text: t("publication.country.approvedOn", { day: formats.day(view.approvedOn) }) },
      countryByGoalChart(preparing, view),
      ...completeness(preparing, view),
      ...missingValues(preparing, view),
      // Elsewhere the values stand goal by goal, beside those of the other countries.
      ...(settings.kind === "goal" ? [countryValues(preparing, view, view.goals)] : []),
    ],
  };
}

/** Which indicators have no value and why, as far as the country said or the secretariat took it down; none where nothing is missing. */
function missingValues({ words, period }: Preparing, view: CountryView): Block[] {
  const { t } = words;
  const rows = view.goals
    .flatMap((goal) => goal.rows)
    .flatMap(({ row, cell: { value } }): TableRow[] => {
      const reason = reportedReason(value) ?? "notReported";
      if (value.state !== "missing" || reason === "notApplicable") return [];
      const why = isTakenDown(value) ? t("country.complete.takenDown") : t(`country.complete.reason.${reason}`);
      return [{ kind: "cells", cells: [{ text: words.text(`${row.code} ${row.title}`) }, { text: why }] }];
    });
  if (rows.length === 0) return [];
  const { code, name } = view.country;
  return [
    {
      kind: "table",
      id: anchor("country", code, "missing"),
      caption: t("publication.country.missingTable", { name, period }),
      look: "plain",
      columns: [
        { name: t("country.indicator"), align: "start", width: 9 },
        { name: t("publication.country.reason"), align: "start", width: 3 },
      ],
      rows,
      note: null,
    },
  ];
}

function ofGoal(view: CountryView, goal: string): CountryView {
  return {
    ...view,
    goals: view.goals.filter((each) => each.goal.code === goal),
    regional: { ...view.regional, rows: view.regional.rows.filter((row) => row.goal === goal) },
  };
}

/** How much of what was due is there, and why the rest isn't. */
function completeness({ settings, words, period }: Preparing, view: CountryView): Block[] {
  const { t } = words;
  const values = view.goals.flatMap(({ rows }) => rows.map(({ cell }) => cell.value));
  const { due, given, small, suppressed, notApplicable, takenDown } = prepareCompleteness(values);
  const count = (term: string, number: number): Fact[] => (number === 0 ? [] : [{ term, text: String(number) }]);
  return [
    {
      kind: "heading",
      level: 2,
      id: anchor("country", view.country.code, "complete"),
      text: t("country.complete.title"),
    },
    {
      kind: "paragraph",
      text: t("country.complete.summary", { given, due, notApplicable, missing: due - given, period }),
    },
    {
      kind: "facts",
      rows: [
        ...count(t("country.complete.exact"), given - small - suppressed),
        ...count(smallWords(words, { threshold: view.plan.threshold, isInternal: settings.isInternal }).counted, small),
        ...count(t("country.complete.suppressed"), suppressed),
        ...count(t("country.complete.notApplicable"), notApplicable),
        ...count(t("country.complete.takenDown"), takenDown),
      ],
    },
  ];
}

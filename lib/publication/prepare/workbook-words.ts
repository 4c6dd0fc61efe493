import { type MissingReason, missingReasons } from "@/lib/domain/values/value";
import { longColumns } from "@/lib/exchange/long-form";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import { plainText } from "../document";
import type { WorkbookWords } from "../workbook/words";
import { smallWords } from "./small-words";
import { nothing } from "./tables/country-column";

/** What the workbook and the CSV package say by themselves. */
export function prepareWorkbookWords(
  words: PublicationWords,
  { threshold, isInternal }: { threshold: number; isInternal: boolean },
): WorkbookWords {
  const { t, wording } = words;
  const small = smallWords(words, { threshold, isInternal });
  const notComputable = t("status.reason.notComputable");
  const columns: WorkbookWords["columns"] = {
    ...(Object.fromEntries(
      longColumns.map(({ name }) => [name, t(`publication.workbook.columns.${name}`, { threshold })]),
    ) as WorkbookWords["columns"]),
    missing_reason: [t("publication.workbook.columns.missing_reason"), `notComputable: ${notComputable}`].join(" "),
    ...(isInternal && { value: t("publication.workbook.exactValue", { threshold }) }),
  };
  const place = (name: string) => `{${name}}`;
  return {
    sheets: { notes: t("publication.workbook.sheets.notes"), data: t("publication.workbook.sheets.data") },
    about: {
      goal: t("publication.workbook.about.goal", { title: place("title") }),
      data: t("publication.workbook.about.data"),
    },
    headings: {
      method: t("publication.workbook.headings.method"),
      marks: t("publication.workbook.headings.marks"),
      sheets: t("publication.workbook.headings.sheets"),
      columns: t("publication.workbook.headings.columns"),
    },
    method: [
      t("about.method.lead"),
      t("about.framework.reports"),
      ...(isInternal
        ? [t("publication.workbook.method.exact", { threshold })]
        : [t("about.privacy.lead"), t("about.privacy.more")]),
      t("publication.workbook.method.numbers"),
    ],
    marks: {
      small: small.mark,
      suppressed: wording.suppressed,
      of: wording.of(place("part"), place("whole")),
      inWords: wording.inWords,
      missing: {
        ...(Object.fromEntries(missingReasons.map((reason) => [reason, t(`country.why.${reason}`)])) as Record<
          MissingReason,
          string
        >),
        noApprovedReport: wording.noReport,
        takenDown: wording.takenDown,
        notComputable: plainText(nothing.text),
        none: wording.noValue,
      },
    },
    meanings: {
      zero: t("about.marks.zero"),
      small: small.meaning,
      suppressed: t("about.marks.suppressed"),
      missing: t("about.marks.missing"),
      notComputable: notComputable,
      inWords: t("publication.workbook.meanings.inWords"),
      empty: t("publication.workbook.meanings.empty"),
    },
    values: t("publication.workbook.values", { period: place("period") }),
    table: {
      indicator: t("publication.workbook.table.indicator"),
      title: t("publication.workbook.table.title"),
      measure: t("publication.workbook.table.measure"),
      status: t("publication.workbook.table.status", { unit: place("unit") }),
    },
    carried: t("public.trend.carried", { country: place("country"), period: place("period") }),
    counts: {
      title: t("publication.workbook.counts.title", { goal: place("goal"), period: place("period") }),
      unit: t("publication.workbook.counts.unit"),
      total: t("publication.workbook.counts.total"),
      axis: t("publication.workbook.counts.axis"),
    },
    trend: {
      title: t("publication.workbook.trend.title", { indicator: place("indicator") }),
      note: t("publication.workbook.trend.note"),
    },
    back: t("publication.workbook.back"),
    columns,
    package: {
      description: t("publication.workbook.package.description"),
      sources: [t("publication.workbook.package.source")],
      readme: [
        t("publication.workbook.package.readme.csv", { csv: place("csv") }),
        t("publication.workbook.package.readme.periods", { periods: place("periods") }),
        t("publication.workbook.package.readme.description", { description: place("description") }),
        t("publication.workbook.package.readme.missing"),
        // The marks as they stand in the file, in every language.
        [
          `0: ${t("about.marks.zero")}`,
          `${small.mark}: ${small.meaning}`,
          ...(isInternal ? [] : [`suppressed: ${t("about.marks.suppressed")}`]),
        ].join("\n"),
        // What is missing isn't always what nobody reported. Of the region two counts of countries stand side by side, and one
        // may be taken for the other; and not every value in it need be of the period.
        (["missing_reason", "countries_in", "countries_of", "status_countries_in", "carried_forward"] as const)
          .map((name) => `${name}: ${columns[name]}`)
          .join("\n"),
        t("publication.indicator.source"),
      ],
    },
  };
}

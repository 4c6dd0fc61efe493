import "server-only";
import { targetText } from "@/lib/charts/target-text";
import { valueText } from "@/lib/charts/value-text";
import { type CellKey, cellsOfTable, parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { Value } from "@/lib/domain/values/value";
import { earlierShown, type FieldName, goalColumns, tableColumns } from "@/lib/exchange/report/columns";
import type { ReportFile, ReportFileRow, ReportSheet, ReportStamp } from "@/lib/exchange/report/report-file";
import { sheetNames } from "@/lib/exchange/xlsx/limits";
import { typefaceOf } from "@/lib/publication/workbook/typefaces";
import { enteredFromValue } from "@/lib/schemas/values/entered-value";
import type { EntryIndicator, EntryView } from "@/lib/views/entry-view";
import type { DimensionView } from "@/lib/views/report-view";
import type { ReportFileWords } from "./report-file-words";

/** Characters of the comments that stand beside a value: the rest is in the report. */
const mostOfComments = 2_000;

interface Asked {
  stamp: ReportStamp;
  language: string;
  today: IsoDate;
  author: string;
  /** Last revision of each cell that ever had a value, by indicator code and version. */
  revisions: ReadonlyMap<string, ReadonlyMap<CellKey, number>>;
}

/** The report as a file to be filled in: as the entry form shows it to whoever asks. */
export function reportFileOf(view: EntryView, words: ReportFileWords, asked: Asked): ReportFile {
  const { report, earlierPeriods } = view;
  const { t } = words;
  const periods = earlierPeriods.slice(-earlierShown).map(({ code }) => code);
  const place = { unit: report.unit.name, period: words.period(report.period) };
  const sheets = [...goalSheets(view, words, asked, periods), ...tableSheets(view, words, asked)];
  const names = sheetNames(sheets.map(({ name }) => name));
  const notices = noticeOf(report.plan);
  return {
    stamp: asked.stamp,
    language: asked.language,
    createdOn: asked.today,
    author: asked.author,
    title: t("title", place),
    font: typefaceOf(asked.language).name,
    lead: t(report.lock ? "leadLocked" : "lead"),
    notice: notices ? words.notice("long", { kind: notices }) : "",
    heads: Object.fromEntries(
      [...(["code", "title", "unit", "limits", "value", "numerator", "denominator", "reason", "comment"] as const)].map(
        (name) => [name, t(`head.${name}`)],
      ),
    ),
    words: {
      yes: words.wording.yes,
      no: words.wording.no,
      reasons: words.reasons.map(({ word }) => word),
      notAllowed: t("notAllowed"),
      choose: t("choose"),
    },
    sheets: sheets.map((sheet, index) => ({ ...sheet, name: names[index]! })),
  };
}

function noticeOf({
  isReference,
  isDemonstration,
}: EntryView["report"]["plan"]): "both" | "reference" | "madeUp" | null {
  if (isReference) return isDemonstration ? "both" : "reference";
  return isDemonstration ? "madeUp" : null;
}

function goalSheets(view: EntryView, words: ReportFileWords, asked: Asked, periods: readonly string[]): ReportSheet[] {
  const { report, goals, indicators } = view;
  const heads = {
    ...Object.fromEntries(
      periods.map((period, index) => [
        `earlier${index + 1}`,
        words.t("head.earlier", { period: words.period(period) }),
      ]),
    ),
    target: words.t("head.target", { period: words.period(report.period) }),
  };
  const columns = goalColumns.filter((name) => !name.startsWith("earlier") || name in heads);
  return goals.flatMap(({ code, title, shortTitle }) => {
    const own = indicators.filter(({ goal }) => goal === code);
    if (own.length === 0) return [];
    return {
      name: `${code} ${shortTitle || title}`,
      title: words.t("sheet", {
        name: `${code} ${title}`,
        unit: report.unit.name,
        period: words.period(report.period),
      }),
      columns,
      heads,
      rows: own.map((indicator) => totalRow(indicator, words, asked, periods)),
    };
  });
}

function totalRow(
  indicator: EntryIndicator,
  words: ReportFileWords,
  asked: Asked,
  periods: readonly string[],
): ReportFileRow {
  const { target, earlier, comments, unit, rules, steps } = indicator;
  const scale = { ...rules, steps };
  const earlierTexts = periods.map((period, index) => {
    const value = earlier.find((each) => each.period === period)?.value;
    return [`earlier${index + 1}`, value ? valueText(value, scale, words.wording) : ""] as const;
  });
  return {
    ...rowOf(indicator, totalCell, words, asked),
    note: indicator.definition,
    shown: {
      code: indicator.code,
      title: indicator.title,
      unit: unit ? words.unit(unit) : "",
      ...Object.fromEntries(earlierTexts),
      target: target ? targetText(target.value, scale, words.wording) : "",
      limits: limitsOf(indicator, words),
      comment: comments
        .map(({ author, at, body }) => `${author}, ${words.day(at.slice(0, 10))}: ${body}`)
        .join("\n")
        .slice(0, mostOfComments),
    },
  };
}

/** What the field takes, in words; a share's says which two numbers it is made of. */
function limitsOf({ rules, unit, numerator, denominator }: EntryIndicator, words: ReportFileWords): string {
  const allowed = words.allowed({ ...rules, unit: unit ? words.unit(unit) : rules.unit });
  const parts = rules.type === "percentage" && numerator ? words.t("share", { numerator, denominator }) : "";
  return [allowed, parts].filter(Boolean).join(" ");
}

function rowOf(
  { code, version, rules, steps, cells, abilities }: EntryIndicator,
  cell: CellKey,
  words: ReportFileWords,
  { revisions }: Asked,
): Omit<ReportFileRow, "shown" | "note"> {
  return {
    indicator: code,
    cell,
    rules,
    steps,
    mayEnter: abilities.enterValue,
    revision: cells[cell]?.revision ?? revisions.get(`${code} ${version}`)?.get(cell) ?? 0,
    fields: fieldsOfValue(rules.type, cells[cell]?.value, steps, words),
  };
}

/** What is typed for a value; words where there are some to choose from. */
function fieldsOfValue(
  type: EntryIndicator["rules"]["type"],
  value: Value | undefined,
  steps: readonly string[],
  { wording, reasons }: ReportFileWords,
): Partial<Record<FieldName, string>> {
  if (value?.kind === "missing") return { reason: reasons.find(({ reason }) => reason === value.reason)?.word ?? "" };
  if (value?.kind === "yesNo") return { value: value.yes ? wording.yes : wording.no };
  if (value?.kind === "step") return { value: steps[value.step] ?? "" };
  const entered = enteredFromValue(type, value);
  if (entered.kind === "number") return { value: entered.number };
  if (entered.kind === "ratio") return { numerator: entered.numerator, denominator: entered.denominator };
  return entered.kind === "narrative" ? { value: entered.text } : {};
}

function tableSheets(view: EntryView, words: ReportFileWords, asked: Asked): ReportSheet[] {
  const { indicators, dimensions, report } = view;
  const tables = new Map(indicators.flatMap(({ tables }) => tables.map((table) => [table.code, table] as const)));
  const taken = new Set<string>();
  // Smaller tables first: a cell that two share stands where it is looked for.
  const sorted = [...tables.values()].sort((one, other) => one.dimensions.length - other.dimensions.length);
  return sorted.flatMap(({ code, dimensions: crossed }) => {
    const own = crossed.flatMap((code) => dimensions.find((dimension) => dimension.code === code) ?? []);
    const rows = indicators
      .filter(({ tables }) => tables.some((table) => table.code === code))
      .flatMap((indicator) =>
        cellsIn(code, dimensions)
          .filter((cell) => !taken.has(`${indicator.code} ${cell}`) && taken.add(`${indicator.code} ${cell}`))
          .map((cell) => partRow(indicator, cell, own, words, asked)),
      );
    if (rows.length === 0) return [];
    const name = own.map(({ name }) => name).join(" × ");
    return {
      name,
      title: words.t("sheet", {
        name: words.t("parts", { dimensions: name }),
        unit: report.unit.name,
        period: words.period(report.period),
      }),
      columns: tableColumns(own.length),
      heads: Object.fromEntries(own.map(({ name }, index) => [`category${index + 1}`, name])),
      rows,
    };
  });
}

const cellsIn = (table: string, dimensions: readonly DimensionView[]): CellKey[] => {
  const { marginals, interior } = cellsOfTable(table, dimensions);
  return [...interior, ...marginals];
};

function partRow(
  indicator: EntryIndicator,
  cell: CellKey,
  dimensions: readonly DimensionView[],
  words: ReportFileWords,
  asked: Asked,
): ReportFileRow {
  const categories = parseCellKey(cell);
  const names = dimensions.map(({ code, categories: known }) => {
    const category = categories?.get(code);
    return category === undefined ? words.t("all") : (known.find((each) => each.code === category)?.name ?? category);
  });
  return {
    ...rowOf(indicator, cell, words, asked),
    note: "",
    shown: {
      code: indicator.code,
      title: indicator.title,
      limits: limitsOf(indicator, words),
      ...Object.fromEntries(names.map((name, index) => [`category${index + 1}`, name])),
    },
  };
}

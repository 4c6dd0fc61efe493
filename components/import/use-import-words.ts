import { useLocale, useTranslations } from "next-intl";
import { useValueWording } from "@/components/values/use-value-wording";
import { cellName } from "@/lib/charts/cell-name";
import { valueText } from "@/lib/charts/value-text";
import { parseCellKey } from "@/lib/domain/framework/disaggregation";
import type { DecimalRange, PartsFinding } from "@/lib/domain/values/parts";
import { rational } from "@/lib/domain/values/rational";
import { missingReasons, type Value } from "@/lib/domain/values/value";
import { formatsOf } from "@/lib/i18n/formats";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { inUnitsNamed } from "@/lib/i18n/unit-naming";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { CellProblem, FilePlace, ImportValue, ImportView } from "@/lib/views/import-view";
import { decimalText } from "@/lib/views/public-value";

/** Datasets have numbers alone. */
const plain = { type: "number", decimals: 0, steps: [] } as const;

/** The words and values of a preview. */
export function useImportWords({ indicators, dimensions }: Pick<ImportView, "indicators" | "dimensions">) {
  const t = useTranslations("import.preview");
  const reasons = useTranslations("import.reason");
  const refusals = useTranslations("import.refusal");
  const entries = useTranslations("import.entry");
  const errors = useTranslations("errors");
  const unitName = useUnitNames();
  const values = useTranslations("values");
  const wording = useValueWording();
  const { tag, list, period, periodWithCode } = formatsOf(useLocale());
  /** A country may be a victim's citizenship or where they went back to, so the name of an open list goes along. */
  const cell = (key: string) => {
    const name = cellName(key, dimensions, t("total"));
    const categories = parseCellKey(key);
    const open = dimensions.filter((dimension) => dimension.open && categories?.has(dimension.code));
    return open.length === 0 ? name : t("cellBy", { cell: name, dimensions: list(open.map((one) => one.name)) });
  };
  /** What may be answered, whatever a file offers to choose from; of a step in so far as the problem itself says. */
  const answers = () => ({
    type: "other",
    steps: 0,
    reasons: missingReasons.map((reason) => values("reason", { reason })).join(", "),
  });
  const range = ({ from, to }: DecimalRange) =>
    from === to ? decimalText(from, tag) : t("range", { from: decimalText(from, tag), to: decimalText(to, tag) });
  /** Another report's period by its name; a row's year also as it stands in the file. */
  const inCalendar = (args: Message["args"] = {}): Message["args"] => ({
    ...args,
    ...("period" in args && { period: period(String(args.period)) }),
    ...("year" in args && { year: periodWithCode(String(args.year)) }),
  });
  const place = ({ file, sheet, at }: FilePlace) =>
    [file, sheet, sheet === null ? t("lineOf", { count: 1, lines: at }) : at]
      .filter((part) => part !== null)
      .join(", ");
  const lineNumbers = ({ lines, moreLines, places }: ImportValue) => {
    if (places) return places.map(place).join("; ");
    return moreLines === 0 ? lines.join(", ") : t("linesMore", { lines: lines.join(", "), more: moreLines });
  };
  return {
    cell,
    indicator: (code: string) => `${code} ${indicators.find((one) => one.code === code)?.title ?? ""}`.trim(),
    value: (value: Value, indicator?: string) =>
      valueText(value, indicators.find(({ code }) => code === indicator)?.scale ?? plain, wording),
    place,
    lineNumbers,
    lines: (value: ImportValue) =>
      value.places
        ? lineNumbers(value)
        : t("lineOf", { count: value.lines.length + value.moreLines, lines: lineNumbers(value) }),
    reason: ({ key, args }: Message) => reasons(key as Parameters<typeof reasons>[0], inCalendar(args)),
    /** Why a file isn't taken. @param name the file's, where several were sent */
    refusal: ({ key, args }: Message, name?: string | null) => {
      const problem = refusals(key as Parameters<typeof refusals>[0], inCalendar(args));
      return name ? refusals("ofFile", { file: name, problem }) : problem;
    },
    entry: ({ about, message: { key, args } }: CellProblem) =>
      about === "value"
        ? errors(key as Parameters<typeof errors>[0], inUnitsNamed(args, unitName))
        : entries(key as Parameters<typeof entries>[0], { ...answers(), ...args }),
    problem: ({ key, args }: Message) => errors(key as Parameters<typeof errors>[0], inUnitsNamed(args, unitName)),
    finding: (finding: PartsFinding) => {
      const { cell: key, by } = finding;
      const place = {
        cell: cell(key),
        by: list(by.map((code) => dimensions.find((dimension) => dimension.code === code)?.name ?? code)),
      };
      if (finding.code === "partsBesideReason")
        return t("besideReason", {
          ...place,
          stated: valueText({ kind: "missing", reason: finding.reason }, plain, wording),
        });
      const { sum, total, difference } = finding;
      return t("finding", {
        ...place,
        sum: range(sum),
        total: range(total),
        difference: range(difference),
        side: rational(sum.from).compare(rational(total.to)) > 0 ? "more" : "less",
      });
    },
  };
}

export type ImportWords = ReturnType<typeof useImportWords>;

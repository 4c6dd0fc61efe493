import { createTranslator } from "use-intl/core";
import { messagesOf } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/routing";

/** What the sheet and the report's workbook head their columns with, in small letters and without a period. */
export interface HeadWords {
  value: readonly string[];
  numerator: readonly string[];
  denominator: readonly string[];
  reason: readonly string[];
  target: readonly string[];
}

/**
 * In every language that a page speaks: a table may come from a colleague's.
 * @param mark what stands before a column's name in the workbook's hidden line
 */
export async function headWords(mark: string): Promise<HeadWords> {
  const all = await Promise.all(
    locales.map(async (locale) => {
      const messages = await messagesOf(locale);
      const file = createTranslator({ locale, messages, namespace: "import.file.head" });
      const sheet = createTranslator({ locale, messages, namespace: "entryForm.sheet" });
      const none = { period: "" };
      return {
        value: [sheet("value", none), file("value")],
        numerator: [file("numerator")],
        denominator: [file("denominator")],
        reason: [file("reason")],
        target: [sheet("target", none), sheet("targetShort"), file("target", none)],
      };
    }),
  );
  const of = (name: keyof HeadWords) => [
    ...new Set([...all.flatMap((each) => each[name]).map((word) => word.trim().toLowerCase()), mark + name]),
  ];
  return {
    value: of("value"),
    numerator: of("numerator"),
    denominator: of("denominator"),
    reason: of("reason"),
    target: of("target"),
  };
}

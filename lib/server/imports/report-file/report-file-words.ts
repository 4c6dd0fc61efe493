import "server-only";
import { createTranslator } from "use-intl/core";
import { allowedText } from "@/lib/charts/allowed-text";
import { missingReasons } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { formatsOf } from "@/lib/i18n/formats";
import { messagesOf } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/routing";
import { naming } from "@/lib/i18n/unit-naming";
import { valueWordingFrom } from "@/lib/i18n/value-wording";

/** What it takes to word a report's file, in the language that a page of the locale speaks. */
export async function reportFileWords(locale: Locale) {
  const messages = await messagesOf(locale);
  const { tag, day, period } = formatsOf(locale);
  const values = createTranslator({ locale, messages, namespace: "values" });
  const allowed = createTranslator({ locale, messages, namespace: "values.allowed" });
  return {
    t: createTranslator({ locale, messages, namespace: "import.file" }),
    notice: createTranslator({ locale, messages, namespace: "common.notice" }),
    allowed: (rules: EntryRules) =>
      allowedText(rules, {
        locale: tag,
        number: (args) => allowed("number", args),
        share: (args) => allowed("share", args),
        small: () => allowed("small"),
      }),
    unit: naming(createTranslator({ locale, messages, namespace: "unit" })),
    wording: valueWordingFrom(createTranslator({ locale, messages, namespace: "values.text" }), tag),
    reasons: missingReasons.map((reason) => ({ reason, word: values("reason", { reason }) })),
    day,
    period,
    tag,
  };
}

export type ReportFileWords = Awaited<ReturnType<typeof reportFileWords>>;

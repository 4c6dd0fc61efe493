import "server-only";
import { createTranslator } from "use-intl/core";
import { missingReasons } from "@/lib/domain/values/value";
import type { ReportTarget } from "@/lib/exchange/report/report-target";
import { messagesOf } from "@/lib/i18n/messages";
import { translatedLocales } from "@/lib/i18n/routing";

/** Yes, no and the reasons for no value as pages write them, in every language that they speak: a file may come back in another one's page. */
export async function answersInLanguages(): Promise<ReportTarget["words"]> {
  const words = { yes: [] as string[], no: [] as string[], reasons: [] as ReportTarget["words"]["reasons"][number][] };
  for (const locale of translatedLocales) {
    const t = createTranslator({ locale, messages: await messagesOf(locale), namespace: "values" });
    words.yes.push(t("text.yes"));
    words.no.push(t("text.no"));
    for (const reason of missingReasons) words.reasons.push([reason, t("reason", { reason })]);
  }
  return words;
}

import type { createTranslator } from "use-intl/core";
import type { Messages } from "./messages";

type ValueMessages = ReturnType<typeof createTranslator<Messages, "public.value">>;

/** What it takes to write values (`Wording` of lib/charts), by the messages of the namespace; `tag` is for `Intl`. */
export function wordingFrom(t: ValueMessages, tag: string) {
  return {
    locale: tag,
    yes: t("yes"),
    no: t("no"),
    noValue: t("noValue"),
    noReport: t("noReport"),
    notApplicable: t("notApplicable"),
    takenDown: t("takenDown"),
    suppressed: t("suppressed"),
    inWords: t("inWords"),
    of: (part: string, whole: string) => t("of", { part, whole }),
    atMost: (value: string) => t("atMost", { value }),
  };
}

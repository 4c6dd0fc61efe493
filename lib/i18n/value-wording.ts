import type { ValueWording } from "@/lib/charts/value-text";
import type { TranslatorOf } from "./messages";

/** The words around what a unit reported, by the messages of the namespace; `tag` is for `Intl`. */
export function valueWordingFrom(t: TranslatorOf<"values.text">, tag: string): ValueWording {
  return {
    locale: tag,
    yes: t("yes"),
    no: t("no"),
    noValue: t("nothing"),
    noReport: t("nothing"),
    notApplicable: t("nothing"),
    takenDown: t("nothing"),
    suppressed: t("suppressed"),
    inWords: t("inWords"),
    nothing: t("nothing"),
    of: (part, whole) => t("of", { part, whole }),
    withPercent: (parts, percent) => t("withPercent", { parts, percent }),
    missing: (reason) => t("missing", { reason }),
  };
}

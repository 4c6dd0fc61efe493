import { type ValueWording, valueText } from "@/lib/charts/value-text";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { ShadowView } from "@/lib/views/commitments/observation-view";
import { exactText } from "@/lib/views/public-value";

export interface ShadowWords {
  /** `812 persons`, `337 of 402 (83.8%)`, or that it isn't shown. */
  whole: (shadow: ShadowView) => string;
  /** As values stand on a chart: `812`, `83.8`. */
  short: (shadow: ShadowView) => string;
}

/** How a value that civil society sets beside the official one is written. */
export function shadowWords(
  t: TranslatorOf<"observations">,
  wording: ValueWording,
  unitName: (unit: string) => string,
): ShadowWords {
  return {
    whole: ({ value, scale, unit }) => {
      if (value === null) return t("shadow.hidden");
      const text = valueText(value, scale, wording);
      return unit === null ? text : t("shadow.ofUnit", { value: text, unit: unitName(unit) });
    },
    short: ({ value, scale }) => (value === null ? t("shadow.hidden") : exactText(value, scale, wording)),
  };
}

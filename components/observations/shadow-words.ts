import { type ValueWording, valueText } from "@/lib/charts/value-text";
import type { DecimalRange } from "@/lib/domain/values/parts";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { ShadowPartsView, ShadowView } from "@/lib/views/commitments/shadow-view";
import { decimalText, exactText } from "@/lib/views/public-value";

export interface ShadowWords {
  /** `812 persons`, `337 of 402 (83.8%)`, or that it isn't shown. */
  whole: (shadow: ShadowView) => string;
  /** The same where its parts have no room: how many there are, and by what. */
  inOneLine: (shadow: ShadowView) => string;
  /** By what it is split; null where it isn't. */
  partsTitle: (shadow: ShadowView) => string | null;
  /** Its parts by their names; none where it has none, or they aren't shown. */
  parts: (shadow: ShadowView) => { name: string; value: string }[];
  /** That they aren't shown. */
  partsHidden: string;
  /** That its parts don't add up to its total, where they don't. */
  differs: (shadow: ShadowView) => string[];
  /** As values stand on a chart: `812`, `83.8`. */
  short: (shadow: ShadowView) => string;
}

/** How a value that civil society sets beside the official one is written. */
export function shadowWords(
  t: TranslatorOf<"observations">,
  wording: ValueWording,
  unitName: (unit: string) => string,
): ShadowWords {
  const differs = differenceWords(t, wording);
  const whole = ({ value, hidden, scale, unit }: ShadowView): string => {
    if (value === null) return t(hidden === "nothing" ? "shadow.partsAlone" : "shadow.hidden");
    const text = valueText(value, scale, wording);
    return unit === null ? text : t("shadow.ofUnit", { value: text, unit: unitName(unit) });
  };
  const counted = ({ cells, dimensions }: ShadowPartsView): string =>
    t("shadow.partsCounted", { count: cells.length, dimensions: dimensions.join(" × ") });
  return {
    whole,
    inOneLine: (shadow) => {
      const { value, parts, hidden } = shadow;
      if (parts) return value ? t("shadow.withParts", { value: whole(shadow), parts: counted(parts) }) : counted(parts);
      return hidden === "parts" ? t("shadow.withPartsHidden", { value: whole(shadow) }) : whole(shadow);
    },
    partsTitle: ({ parts, hidden }) =>
      parts
        ? t("shadow.partsTerm", { dimensions: parts.dimensions.join(" × ") })
        : hidden === "parts"
          ? t("shadow.partsTermHidden")
          : null,
    parts: ({ parts, scale }) =>
      parts?.cells.map(({ name, value }) => ({ name, value: valueText(value, scale, wording) })) ?? [],
    partsHidden: t("shadow.partsHidden"),
    differs: ({ parts }) => (parts ? differs(parts.differ) : []),
    short: ({ value, scale }) => (value === null ? t("shadow.hidden") : exactText(value, scale, wording)),
  };
}

/** That parts don't add up to their total. */
export function differenceWords(t: TranslatorOf<"observations">, { locale }: Pick<ValueWording, "locale">) {
  // Each is exact.
  const exactly = ({ from }: DecimalRange) => decimalText(from, locale);
  return (differ: ShadowPartsView["differ"]): string[] =>
    differ.map(({ measure, total, sum, difference }) =>
      t("shadow.differs", {
        measure,
        total: exactly(total),
        sum: exactly(sum),
        difference: exactly(difference),
      }),
    );
}

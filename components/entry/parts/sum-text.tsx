"use client";

import { useLocale, useTranslations } from "next-intl";
import type { DecimalRange } from "@/lib/domain/values/parts";
import type { Measure } from "@/lib/domain/values/parts-sum";
import { formatsOf } from "@/lib/i18n/formats";
import { decimalText } from "@/lib/views/public-value";

/** A running sum: `265`, `265 to 269` where a part is censored, `12 of 40` for percentages; nothing without parts. */
export function SumText({ sums }: { sums: Partial<Record<Measure, DecimalRange>> }) {
  const t = useTranslations("entryForm.parts");
  const { tag } = formatsOf(useLocale());
  const text = (range: DecimalRange) =>
    range.from === range.to
      ? decimalText(range.from, tag)
      : t("range", { from: decimalText(range.from, tag), to: decimalText(range.to, tag) });
  const { number, numerator, denominator } = sums;
  if (number) return text(number);
  if (numerator || denominator)
    return t("quotient", { part: numerator ? text(numerator) : "–", whole: denominator ? text(denominator) : "–" });
  return <span className="none">–</span>;
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { valueIn } from "@/components/entry/state/entered";
import { useCell } from "@/components/entry/state/entry-session";
import type { Place } from "@/components/entry/state/entry-store";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { decimalText, quantityText } from "@/lib/views/public-value";
import { percentIn } from "./percent";

/** `337 / 402 = 83.8%`, worked out while it is typed; nothing before both numbers are there. */
export function PercentText({
  place,
  indicator,
  short = false,
}: {
  place: Place;
  indicator: Pick<EntryIndicator, "rules">;
  /** The percentage alone. */
  short?: boolean;
}) {
  const t = useTranslations("values.field");
  const { tag } = formatsOf(useLocale());
  const { typed } = useCell(place);
  const value = valueIn(indicator.rules, typed);
  const percent = percentIn(value);
  if (value?.kind !== "ratio") return null;
  if (!percent) return short ? null : <p className="under">{t("noShare")}</p>;
  const { from, to } = percent;
  const share =
    from === to
      ? t("percent", { percent: decimalText(from, tag) })
      : t("percentRange", { from: decimalText(from, tag), to: decimalText(to, tag) });
  if (short) return <span className="share">{share}</span>;
  return (
    <p className="under quotient">
      <span className="of-two">
        {quantityText(value.numerator, tag)} / {quantityText(value.denominator, tag)} ={" "}
      </span>
      <b>{share}</b>
    </p>
  );
}

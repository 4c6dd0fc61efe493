import { useTranslations } from "next-intl";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import type { Value } from "@/lib/domain/values/value";
import { exactText, isInPercent, openValue, type Scale } from "@/lib/views/public-value";
import { useValueWording } from "./use-value-wording";

/** A value in a few characters, for a column of them: `1,127`, `83.8%`, `Not collected`, "In words". */
export function useShortText(): (value: Value, scale: Scale) => string {
  const t = useTranslations("values");
  const wording = useValueWording();
  return (value, scale) => {
    if (value.kind === "missing") return t("reason", { reason: value.reason });
    if (!isAssessableValue(value)) return t("text.words");
    const text = exactText(value, scale, wording);
    return isInPercent(openValue(value), scale) ? t("field.percent", { percent: text }) : text;
  };
}

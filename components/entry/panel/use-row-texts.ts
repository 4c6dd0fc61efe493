import { useLocale } from "next-intl";
import { useEntry } from "@/components/entry/state/entry-session";
import { useShortText } from "@/components/values/use-short-text";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { valueText } from "@/lib/charts/value-text";
import { isInNumbers } from "@/lib/domain/framework/indicator";
import type { Value } from "@/lib/domain/values/value";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What a row says in words and digits: earlier values, the target, the present value where it can't be changed. */
export function useRowTexts(indicator: EntryIndicator) {
  const { dimensions } = useEntry();
  const { list } = formatsOf(useLocale());
  const wording = useValueWording();
  const { rules, steps, target, tables, cells } = indicator;
  const scale = { ...rules, steps };
  const shortText = useShortText();
  const short = (value: Value | undefined) => (value ? shortText(value, scale) : "–");
  const isWords = !isInNumbers[rules.type];
  return {
    earlierIn: (period: string) => {
      const value = indicator.earlier.find((each) => each.period === period)?.value;
      return { text: short(value), isWords: value !== undefined && (isWords || value.kind === "missing") };
    },
    /** A percentage with both its numbers; all else in a few characters. */
    whole: (value: Value) => (value.kind === "ratio" ? valueText(value, scale, wording) : short(value)),
    target: () => ({ text: target ? targetText(target.value, scale, wording) : "–", isWords }),
    present: () => short(cells.total?.value),
    /** `sex and age`, and how many they are. */
    dimensions: () => {
      const crossed = [...new Set(tables.flatMap((table) => table.dimensions))];
      const names = crossed.map((code) => dimensions.find((dimension) => dimension.code === code)?.name ?? code);
      return { names: list(names.map((name) => name.toLocaleLowerCase())), count: names.length };
    },
  };
}

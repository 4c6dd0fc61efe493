import { useTranslations } from "next-intl";

/** The steps of a milestone to choose from, the lowest first; `name` is the step's title alone. */
export function useStepChoices(steps: readonly string[]) {
  const t = useTranslations("values.field");
  return steps.map((step, index) => ({
    value: String(index),
    label: t("step", { number: index + 1, count: steps.length, step }),
    name: step,
  }));
}

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/fields/checkbox";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { lookedAtField } from "@/lib/schemas/forms/looked-at";

/** Where a form was sent back for words that may say of whom they speak: the box of whoever looked at them. */
export function LookedAtBox({ state }: { state: FormState }) {
  const t = useTranslations("errors");
  if (state === null || state.ok) return null;
  const sums = state.problems.flatMap(({ key, args }) => (key === "wordsToLookAt" ? [args?.sum] : []));
  const before = state.entered[lookedAtField] ?? [];
  return (
    <>
      {before.map((seen) => (
        <input key={seen} type="hidden" name={lookedAtField} value={seen} />
      ))}
      {sums.length > 0 && (
        <p className="mt-4">
          <Checkbox name={lookedAtField} value={sums.join(" ")} label={t("wordsLookedAt")} />
        </p>
      )}
    </>
  );
}

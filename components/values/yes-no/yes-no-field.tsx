import { useTranslations } from "next-intl";
import { errorId, FieldError } from "@/components/ui/fields/field";
import type { FieldProps } from "@/components/values/field-props";
import { cellField } from "@/lib/schemas/reports/entry-fields";

/** The third choice takes an answer back: without a script nothing else could. */
export function YesNoField({ cell, label, typed, errorOf }: FieldProps) {
  const t = useTranslations("values.text");
  const field = useTranslations("values.field");
  const id = cellField(cell, "yesNo");
  const error = errorOf(id);
  const chosen = typed("yesNo");
  return (
    <fieldset className={error ? "field bad" : "field"} aria-describedby={error ? errorId(id) : undefined}>
      <legend>{label}</legend>
      <FieldError id={id} error={error} />
      <div className="choices row">
        {(["yes", "no", ""] as const).map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              id={answer === "yes" ? id : undefined}
              name={id}
              value={answer}
              defaultChecked={chosen === answer}
            />
            {answer === "" ? field("noAnswer") : t(answer)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

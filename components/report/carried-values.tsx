import { useTranslations } from "next-intl";
import { useValueWording } from "@/components/values/use-value-wording";
import { valueText } from "@/lib/charts/value-text";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CheckIndicator, CheckView } from "@/lib/views/entry-view";
import { CarriedForm } from "./carried-form";
import { CarriedList } from "./check/carried-list";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
interface Props {
  view: Pick<CheckView, "indicators" | "goals" | "carriable">;
  base: string;
  hidden: Record<string, string>;
  actions: { carry: Action; confirm: Action };
}

/** Values of the period before: those that were carried over, to be confirmed goal by goal, and the way to carry more. */
export function CarriedValues({ view: { indicators, goals, carriable }, base, hidden, actions }: Props) {
  const t = useTranslations("entry.carried");
  const wording = useValueWording();
  const unitName = useUnitNames();
  const carried = indicators.filter(({ cells }) => Object.values(cells).some((cell) => cell.carried));
  /** Nobody confirms a number that they don't see. */
  const textOf = ({ value, rules, steps, unit }: CheckIndicator) => {
    if (!value) return "";
    const text = valueText(value, { ...rules, steps }, wording);
    return value.kind === "number" && unit ? `${text} ${unitName(unit)}` : text;
  };
  return (
    <>
      <CarriedList
        carried={carried.map((each) => ({
          code: each.code,
          goal: each.goal,
          title: each.title,
          mayEnter: each.mayEnter,
          value: textOf(each),
        }))}
        goals={goals.map(({ code }) => code)}
        {...{ base, hidden }}
        action={actions.confirm}
      />
      {carriable > 0 && (
        <section className="block off-paper" id="carry" aria-labelledby="carry-title">
          <h2 id="carry-title">{t("mayTitle")}</h2>
          <p>{t("mayLead")}</p>
          <div className="mt-3">
            <CarriedForm
              hidden={{ ...hidden, wanted: "unanswered" }}
              action={actions.carry}
              label={t("all", { count: carriable })}
            />
          </div>
        </section>
      )}
    </>
  );
}

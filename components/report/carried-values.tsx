import { useTranslations } from "next-intl";
import { entryPath } from "@/lib/i18n/paths";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { CheckView } from "@/lib/views/entry-view";
import { CarriedForm } from "./carried-form";

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
  const carried = indicators.filter(({ cells }) => Object.values(cells).some((cell) => cell.carried));
  return (
    <>
      {carried.length > 0 && (
        <section className="block" id="carried" aria-labelledby="carried-title">
          <h2 id="carried-title">{t("title")}</h2>
          <p>{t("lead")}</p>
          {goals.map(({ code: goal }) => {
            const own = carried.filter((indicator) => indicator.goal === goal);
            const confirmable = own.filter(({ mayEnter }) => mayEnter).map(({ code }) => code);
            return (
              own.length > 0 && (
                <div key={goal} className="mt-4">
                  <ul>
                    {own.map(({ code, title }) => (
                      <li key={code}>
                        <a href={entryPath(base, code)}>
                          <span className="code">{code}</span> {title}
                        </a>
                      </li>
                    ))}
                  </ul>
                  {confirmable.length > 0 && (
                    <CarriedForm
                      key={confirmable.join()}
                      hidden={{ ...hidden, indicators: confirmable.join(" ") }}
                      action={actions.confirm}
                      label={t("confirm", { goal })}
                    />
                  )}
                </div>
              )
            );
          })}
        </section>
      )}
      {carriable > 0 && (
        <section className="block" id="carry" aria-labelledby="carry-title">
          <h2 id="carry-title">{t("mayTitle")}</h2>
          <p>{t("mayLead")}</p>
          <CarriedForm
            hidden={{ ...hidden, wanted: "unanswered" }}
            action={actions.carry}
            label={t("all", { count: carriable })}
          />
        </section>
      )}
    </>
  );
}

import { useTranslations } from "next-intl";
import { languageOf } from "@/lib/i18n/language-of";
import { newObservationPath, planPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { GoalView, OutcomeView } from "@/lib/views/goal-view";

/** What a goal consists of: its outcomes, their outputs, and what may be done for each output. */
export function OutcomesSection({ view, locale }: { view: GoalView; locale: Locale }) {
  const t = useTranslations("public.goal");
  return (
    <section className="block" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{t("outcomes")}</h2>
      <p className="note">{t("outcomesNote")}</p>
      <div className="outcomes">
        {view.outcomes.map(({ code, title, description, outputs }) => (
          <div key={code} id={code}>
            <h3 lang={languageOf(title, locale)}>
              <span className="code">{code}</span> {title}
            </h3>
            {description && (
              <p className="note" lang={languageOf(description, locale)}>
                {description}
              </p>
            )}
            <AddAbout code={code} view={view} locale={locale} />
            <ul>
              {outputs.map((output) => (
                <Output key={output.code} output={output} view={view} locale={locale} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

interface OnPage {
  view: GoalView;
  locale: Locale;
}

function Output({ output, view, locale }: OnPage & { output: OutcomeView["outputs"][number] }) {
  const t = useTranslations("public.goal");
  const { code, title, activities } = output;
  return (
    <li id={code}>
      <span className="code">{code}</span>
      <div>
        <b lang={languageOf(title, locale)}>{title}</b>
        {activities.length > 0 && (
          <ul aria-label={t("activities", { code })}>
            {activities.map((activity) => (
              <li key={activity} lang={languageOf(activity, locale)}>
                {activity}
              </li>
            ))}
          </ul>
        )}
        <AddAbout code={code} view={view} locale={locale} />
      </div>
    </li>
  );
}

/** Where an observation about an outcome or an output is added; a release takes none. */
function AddAbout({ code, view: { regional }, locale }: OnPage & { code: string }) {
  const t = useTranslations("publicObservations");
  const { plan, period } = regional;
  if (plan.release) return null;
  return (
    <p className="add">
      <a href={newObservationPath(planPath(locale, plan.code), { node: code, period: period.code })}>
        {t("addAbout", { code })}
      </a>
    </p>
  );
}

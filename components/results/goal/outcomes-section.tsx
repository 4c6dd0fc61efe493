import { useTranslations } from "next-intl";
import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { OutcomeView } from "@/lib/views/goal-view";

/** What a goal consists of: its outcomes, their outputs, and what may be done for each output. */
export function OutcomesSection({ outcomes, locale }: { outcomes: readonly OutcomeView[]; locale: Locale }) {
  const t = useTranslations("public.goal");
  return (
    <section className="block" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{t("outcomes")}</h2>
      <p className="note">{t("outcomesNote")}</p>
      <div className="outcomes">
        {outcomes.map(({ code, title, description, outputs }) => (
          <div key={code} id={code}>
            <h3 lang={languageOf(title, locale)}>
              <span className="code">{code}</span> {title}
            </h3>
            {description && (
              <p className="note" lang={languageOf(description, locale)}>
                {description}
              </p>
            )}
            <ul>
              {outputs.map((output) => (
                <Output key={output.code} output={output} locale={locale} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Output({ output, locale }: { output: OutcomeView["outputs"][number]; locale: Locale }) {
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
      </div>
    </li>
  );
}

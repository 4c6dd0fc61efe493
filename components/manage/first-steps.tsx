import { useFormatter, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { FirstStep } from "@/lib/views/site/management-view";

/** What an installation needs before reports come in; what is missing stands out and says why it matters. */
export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const t = useTranslations("manage.steps");
  const format = useFormatter();
  const left = steps.filter(({ isDone }) => !isDone).length;
  return (
    <section className="block first" aria-labelledby="first-steps">
      <h2 id="first-steps">{t("title")}</h2>
      <p>{t("lead", { left })}</p>
      <ol className="tasks">
        {steps.map(({ key, isDone, count, lacking }) => {
          const units = format.list(lacking.map(({ name }) => name));
          return (
            <li key={key}>
              <span>{t(key)}</span>
              <Tag tone={isDone ? "plain" : "amber"}>{t(isDone ? "done" : "missing")}</Tag>
              {!isDone && <p>{t(`why.${key}`, { count, units })}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

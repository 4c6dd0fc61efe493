import { useFormatter, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { FirstStepKey } from "@/lib/domain/management";
import type { FirstStep } from "@/lib/views/site/management-view";

/**
 * What an installation needs before reports come in; what is missing stands out and says why it matters.
 * @param hrefOf where a step is taken; null for one that is taken on no page, or not by this reader
 */
export function FirstSteps({
  steps,
  hrefOf,
}: {
  steps: readonly FirstStep[];
  hrefOf: (step: FirstStepKey) => string | null;
}) {
  const t = useTranslations("manage.steps");
  const format = useFormatter();
  const left = steps.filter(({ isDone }) => !isDone).length;
  return (
    <section className="block first" aria-labelledby="first-steps">
      <h2 id="first-steps">{t("title")}</h2>
      <p>{t("lead", { left })}</p>
      <ol className="tasks">
        {steps.map(({ key, isDone, count, lacking }) => {
          const href = hrefOf(key);
          const units = format.list(lacking.map(({ name }) => name));
          return (
            <li key={key}>
              {href === null ? <span>{t(key)}</span> : <a href={href}>{t(key)}</a>}
              <Tag tone={isDone ? "plain" : "amber"}>{t(isDone ? "done" : "missing")}</Tag>
              {!isDone && <p>{t(`why.${key}`, { count, units })}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { prepareCompleteness } from "@/lib/charts/prepare/prepare-completeness";
import { formatsOf } from "@/lib/i18n/formats";
import { placePath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { CountryView } from "@/lib/views/country-view";

/** What was reported, what is missing and why, and what is hidden. */
export function CountryCompleteness({ view, locale }: { view: CountryView; locale: Locale }) {
  const t = useTranslations("country.complete");
  const suppressedMeans = useTranslations("public.value")("suppressedMeans");
  const values = view.goals.flatMap(({ rows }) => rows.map(({ cell }) => cell.value));
  const { due, given, small, suppressed, missing, notApplicable, takenDown } = prepareCompleteness(values);
  const { plan } = view;
  return (
    <section className="block first" aria-labelledby="complete-title">
      <h2 id="complete-title">{t("title")}</h2>
      <p className="note">
        {t("summary", {
          given,
          due,
          notApplicable,
          missing: due - given,
          period: formatsOf(locale).period(view.period),
        })}{" "}
        {t("missingNotZero")} {suppressedMeans}{" "}
        {t.rich("hiding", {
          about: (chunks) => <a href={`${placePath(resultsPath(locale, plan), "about")}#marks`}>{chunks}</a>,
        })}
      </p>
      <div className="tally">
        <Tally
          name={t("reported")}
          count={given}
          parts={[
            [t("exact"), given - small - suppressed],
            [t("small", { threshold: plan.threshold }), small],
            [t("suppressed"), suppressed],
          ]}
        />
        <Tally
          name={t("missing")}
          count={due - given}
          parts={missing.map(({ reason, count }) => [t(`reason.${reason}`), count] as const)}
        />
        {notApplicable > 0 && <Tally name={t("notApplicable")} count={notApplicable} parts={[]} />}
        {takenDown > 0 && <Tally name={t("takenDown")} count={takenDown} parts={[]} />}
      </div>
    </section>
  );
}

function Tally({
  name,
  count,
  parts,
}: {
  name: ReactNode;
  count: number;
  parts: readonly (readonly [name: string, count: number])[];
}) {
  return (
    <dl className="facts spread">
      <dt className="whole">{name}</dt>
      <dd className="whole">{count}</dd>
      {parts.map(([part, number]) => [<dt key={`${part} name`}>{part}</dt>, <dd key={part}>{number}</dd>])}
    </dl>
  );
}

import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { ResultsPlan } from "@/lib/charts/results-plan";
import { methodVersion, statuses } from "@/lib/domain/status";
import type { Locale } from "@/lib/i18n/routing";
import { ResultsPage } from "./results-page";
import { StatusChip } from "./status-chip";

/** What the results rest on, the method, the protection of small counts, and how to cite. */
export function AboutPage({ plan, version, locale }: { plan: ResultsPlan; version: string; locale: Locale }) {
  const t = useTranslations("about");
  return (
    <ResultsPage locale={locale} plan={plan} place="about" path="/about">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="prose">
        <section id="framework">
          <h2>{t("framework.title")}</h2>
          <p>{t(plan.isReference ? "framework.reference" : "framework.adopted")}</p>
          {plan.isDemonstration && <p>{t("framework.madeUp")}</p>}
          <p>{t("framework.reports")}</p>
        </section>
        <Method />
        <section id="privacy">
          <h2>{t("privacy.title")}</h2>
          <p>{t("privacy.lead")}</p>
          <ul>
            <li>{t("privacy.zero")}</li>
            <li>{t("privacy.small", { threshold: plan.threshold, last: plan.threshold - 1 })}</li>
            <li>{t("privacy.suppressed")}</li>
            <li>{t("privacy.missing")}</li>
          </ul>
          <p>{t("privacy.more")}</p>
        </section>
        <section id="cite">
          <h2>{t("cite.title")}</h2>
          <p>{t("cite.lead")}</p>
          <p className="formula">{t("cite.example", { plan: plan.title, subtitle: plan.subtitle, version })}</p>
          {plan.isDemonstration && <p>{t("cite.exampleMadeUp")}</p>}
        </section>
      </div>
    </ResultsPage>
  );
}

const steps = ["one", "two", "three", "four", "five", "six", "seven"] as const;

function Method() {
  const t = useTranslations("about.method");
  const meaning = useTranslations("status.meaning");
  return (
    <section id="method">
      <h2>{t("title", { version: methodVersion })}</h2>
      <p>{t("lead")}</p>
      <p>{t("letters")}</p>
      <p className="formula">{t("formula")}</p>
      <p>{t("formulaNote")}</p>
      <p>{t("order")}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ol>
      <p>{t("special")}</p>
      <p>{t("region")}</p>
      <p>{t("distribution")}</p>
      <p>{t("source")}</p>
      <h3>{t("statuses")}</h3>
      <Table
        caption={t("statuses")}
        stack
        head={
          <>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("meaning")}</th>
          </>
        }
      >
        {statuses.map((status) => (
          <tr key={status}>
            <th scope="row">
              <StatusChip status={status} />
            </th>
            <td>{meaning(status)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

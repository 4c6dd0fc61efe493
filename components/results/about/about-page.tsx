import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ResultsPage } from "@/components/results/results-page";
import { methodVersion } from "@/lib/domain/progress/status";
import type { Locale } from "@/lib/i18n/routing";
import type { ResultsPlan } from "@/lib/views/results-plan";
import { AboutMarks } from "./about-marks";
import { AboutMethod } from "./about-method";
import { MethodExampleTable } from "./method-example-table";

/** What the results rest on, the method, the protection of small counts, who can read the pages, and how to cite. */
export function AboutPage({ plan, locale }: { plan: ResultsPlan; locale: Locale }) {
  const t = useTranslations("about");
  const sections: [id: string, title: string, content: ReactNode][] = [
    [
      "framework",
      t("framework.title"),
      <>
        <p>{t(plan.isReference ? "framework.reference" : "framework.adopted")}</p>
        {plan.isDemonstration && <p>{t("framework.madeUp")}</p>}
        <p>{t("framework.reports")}</p>
      </>,
    ],
    ["method", t("method.title", { version: methodVersion }), <AboutMethod key="method" />],
    ["example", t("example.title"), <MethodExampleTable key="example" locale={locale} />],
    [
      "region",
      t("region.title"),
      <>
        <p>{t("region.lead")}</p>
        <p>{t("region.distribution")}</p>
      </>,
    ],
    ["marks", t("marks.title"), <AboutMarks key="marks" threshold={plan.threshold} earlier={plan.earlierThresholds} />],
    [
      "privacy",
      t("privacy.title"),
      <>
        <p>{t("privacy.lead")}</p>
        <p>{t("privacy.more")}</p>
      </>,
    ],
    ["accessibility", t("accessibility.title"), <Accessibility key="accessibility" />],
    [
      "cite",
      t("cite.title"),
      <>
        <p>{t("cite.lead")}</p>
        <p className="formula">
          {t("cite.example", { plan: plan.title, subtitle: plan.subtitle, version: String(plan.version) })}
        </p>
        {plan.isDemonstration && <p>{t("cite.exampleMadeUp")}</p>}
      </>,
    ],
  ];
  return (
    <ResultsPage locale={locale} plan={plan} place="about" path="/about">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="with-contents">
        <nav aria-labelledby="contents-title">
          <h2 id="contents-title">{t("contents")}</h2>
          <ul>
            {sections.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="prose">
          {sections.map(([id, title, content]) => (
            <section key={id} id={id}>
              <h2>{title}</h2>
              {content}
            </section>
          ))}
        </div>
      </div>
    </ResultsPage>
  );
}

const ways = ["keyboard", "tables", "script", "colour", "print"] as const;
const limits = ["languages", "narrow", "unaudited"] as const;

function Accessibility() {
  const t = useTranslations("about.accessibility");
  return (
    <>
      <p>{t("lead")}</p>
      <ul>
        {ways.map((way) => (
          <li key={way}>{t(`ways.${way}`)}</li>
        ))}
      </ul>
      <h3>{t("limitsTitle")}</h3>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{t(`limits.${limit}`)}</li>
        ))}
      </ul>
      <p>{t("contact")}</p>
    </>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ResultsPage } from "@/components/results/results-page";
import { StatusChip, StatusSquare } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { formulaLine, writeFormula } from "@/lib/charts/formula";
import { methodExample } from "@/lib/charts/method-example";
import { afterEnds } from "@/lib/domain/progress/after-end";
import { methodVersion, statuses } from "@/lib/domain/progress/status";
import { rational } from "@/lib/domain/values/rational";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { decimalText } from "@/lib/views/public-value";
import type { ResultsPlan } from "@/lib/views/results-plan";

const marks = ["zero", "small", "suppressed", "missing"] as const;

/** The four marks that are never taken for one another, as tables write them and as charts and the heat map draw them. */
function AboutMarks({
  threshold,
  earlier = [],
}: {
  threshold: number;
  /** Other thresholds, which held before. */
  earlier?: readonly number[] | undefined;
}) {
  const t = useTranslations("about.marks");
  const value = useTranslations("public.value");
  const { list } = formatsOf(useLocale());
  const written = { zero: "0", small: `<${threshold}`, suppressed: value("suppressed"), missing: value("noValue") };
  const drawn: Record<(typeof marks)[number], ReactNode> = {
    zero: <Dot className="pt" />,
    small: <Dot className="cens" />,
    suppressed: <StatusSquare status="suppressed" />,
    missing: (
      <>
        <svg className="plot" width={26} height={12} viewBox="0 0 26 12" aria-hidden="true">
          <path className="gapline" d="M2 6h22" />
        </svg>{" "}
        <StatusSquare status="noValue" />
      </>
    ),
  };
  return (
    <>
      <p>{t("lead")}</p>
      <Table
        caption={t("title")}
        head={
          <>
            <th scope="col">{t("written")}</th>
            <th scope="col">{t("drawn")}</th>
            <th scope="col">{t("meaning")}</th>
          </>
        }
      >
        {marks.map((mark) => (
          <tr key={mark}>
            <th scope="row">{written[mark]}</th>
            <td>{drawn[mark]}</td>
            <td>{t(mark, { last: threshold - 1 })}</td>
          </tr>
        ))}
      </Table>
      {earlier.length > 0 && (
        <p className="note">{t("earlier", { threshold, marks: list(earlier.map((each) => `<${each}`)) })}</p>
      )}
    </>
  );
}

function Dot({ className }: { className: string }) {
  return (
    <svg className="plot" width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <circle className={className} cx="6" cy="6" r="4.5" />
    </svg>
  );
}

const steps = ["one", "two", "three", "four", "five", "six", "seven"] as const;

/** The method in words: letters, formula, steps in their order, and what each status means. */
function AboutMethod() {
  const t = useTranslations("about.method");
  const meaning = useTranslations("status.meaning");
  return (
    <>
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
      <p>{t("afterEnd")}</p>
      <p>{t("source")}</p>
      <h3 id="statuses">{t("statuses")}</h3>
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
        {[...statuses, ...afterEnds].map((status) => (
          <tr key={status}>
            <th scope="row">
              <StatusChip status={status} />
            </th>
            <td>{meaning(status)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

/** A made-up indicator: how several values of one year are judged against one planned path. */
function MethodExampleTable({ locale }: { locale: Locale }) {
  const t = useTranslations("about.example");
  const { tag, year } = formatsOf(locale);
  const { baseline, targets, endsOn, planned, cases } = methodExample();
  const number = (text: string) => decimalText(text, tag);
  const workingOf = (y: string, R: string) => {
    const given = { y: rational(y), b: rational(baseline.value), A: rational(planned) };
    const formula = writeFormula(given, rational(R), 0, tag);
    return formula && formulaLine(formula);
  };
  const [first, last] = [targets[0]!, targets.at(-1)!];
  const letters = { b: number(baseline.value), A: number(planned), T: number(last.value) };
  return (
    <>
      <p>{t("lead")}</p>
      <p>
        {t("path", {
          ...letters,
          baselineYear: year(baseline.on),
          first: number(first.value),
          firstYear: year(first.endsOn),
          endYear: year(last.endsOn),
          year: year(endsOn),
        })}
      </p>
      <Table
        caption={t("caption", { year: year(endsOn) })}
        stack
        head={
          <>
            <th scope="col">{t("value", { year: year(endsOn) })}</th>
            <th scope="col">{t("working")}</th>
            <th scope="col">{t("status")}</th>
          </>
        }
      >
        {cases.map(({ y, status, ratio }) => (
          <tr key={y}>
            <th scope="row">{`y = ${number(y)}`}</th>
            <td>{ratio === null ? t("byTarget", { y: number(y), T: letters.T }) : workingOf(y, ratio.R)}</td>
            <td>
              <StatusChip status={status} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

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

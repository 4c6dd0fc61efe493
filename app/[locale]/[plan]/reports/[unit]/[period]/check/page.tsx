import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { AnswersOfGoal } from "@/components/report/answers-of-goal";
import { SubmitForm } from "@/components/report/remark-forms";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { needsComment } from "@/lib/domain/value-warning";
import type { CheckIndicator } from "@/lib/schemas/entry-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { reportCheck } from "@/lib/server/queries/report-check";
import { WorkFrame } from "../../../../../work-frame";
import { submitAction } from "../actions";
import { entryPlace } from "../entry-place";

export default async function CheckPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string } & ReportAddress>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale, address, base, actor } = await entryPlace(params, "/check");
  const view = await reportCheck(actor, address, { locale, now: new Date() });
  if (!view) notFound();
  const [t, common, errors, query] = await Promise.all([
    getTranslations("entry"),
    getTranslations("common"),
    getTranslations("errors"),
    searchParams,
  ]);
  const { report, totals, goals, indicators, dimensions, narratives, blocks, revisions, maySubmit } = view;
  const title = t("check.title");
  const written = narratives.filter(({ texts }) => Object.values(texts).some(({ text }) => text !== "")).length;
  return (
    <WorkFrame actor={actor} locale={locale} plan={address.plan} current="reports" words={["entry"]}>
      <title>{common("pageTitle", { title })}</title>
      <main id="main" className="wrap">
        <Breadcrumb
          crumbs={[{ label: t("report", { unit: report.unit.name, period: report.period.code }), href: base }]}
        />
        {query.done === "submitted" && report.state === "submitted" && (
          <Notice tone="ok" live title={t("check.submittedTitle")}>
            <p>{t("check.submitted")}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        <p className="lead">
          {t("check.lead", { answered: totals.answered, total: totals.total, warnings: totals.warnings })}
        </p>
        {report.lock && (
          <Notice>
            <p>{errors("locked", { lock: report.lock })}</p>
          </Notice>
        )}
        <div id="warnings" className="mt-4">
          {blocks.length > 0 && report.lock === null && (
            <div className="error-summary">
              <h2>{t("check.blocksTitle")}</h2>
              <ul>
                {blocks.map((block) => (
                  <li key={`${block.code}${"indicator" in block ? block.indicator : ""}`}>
                    {"indicator" in block ? (
                      <a href={`${base}/indicators/${block.indicator}`}>
                        {t(`check.${block.code}`, { code: block.indicator })}
                      </a>
                    ) : (
                      <a href={base}>{t("check.nothingEntered")}</a>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <ExplainedWarnings indicators={indicators} />
        </div>
        {goals.map((goal) => (
          <AnswersOfGoal
            key={goal.code}
            goal={goal}
            indicators={indicators.filter((indicator) => indicator.goal === goal.code)}
            dimensions={dimensions}
            base={base}
          />
        ))}
        {narratives.length > 0 && (
          <section className="block">
            <h2>{t("narrative.title")}</h2>
            <p>
              {t("check.narratives", { written, total: narratives.length })}{" "}
              <a href={`${base}/narrative`}>{t("check.change")}</a>
            </p>
          </section>
        )}
        {maySubmit && (
          <section className="block" id="submit">
            <h2>{t("check.submitTitle")}</h2>
            {blocks.length === 0 ? (
              <SubmitForm
                action={submitAction}
                hidden={{ ...address, locale, rowVersion: String(report.rowVersion), revisions: String(revisions) }}
              />
            ) : (
              <p>{t("check.waiting")}</p>
            )}
          </section>
        )}
        <p className="mt-6">
          <ButtonLink href={base}>{t("check.back")}</ButtonLink>
        </p>
      </main>
    </WorkFrame>
  );
}

/** Leads to each answer with a warning that a comment explains; the others stand among what is to be settled. */
function ExplainedWarnings({ indicators }: { indicators: readonly CheckIndicator[] }) {
  const t = useTranslations("entry.check");
  const explained = indicators.filter(({ warnings, commentMissing }) => warnings.some(needsComment) && !commentMissing);
  if (explained.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone="warning" title={t("explained", { count: explained.length })}>
        <p className="choices-row">
          {explained.map(({ code }) => (
            <a key={code} href={`#${code}`}>
              {code}
            </a>
          ))}
        </p>
      </Notice>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { useAnswers } from "./use-answers";

/**
 * What a form without a script said when the report had been closed to decisions: no form is there to hold it, and nothing
 * else has it.
 */
export function RefusedAnswers({ title, isPageRefused }: { title: string; isPageRefused: boolean }) {
  const t = useTranslations("review.answers");
  const errors = useTranslations("errors");
  const {
    choices,
    form: { state, unsaved },
  } = useAnswers();
  const { summary } = useProblems(state);
  const isRefused = state?.ok === false;
  return (
    <>
      <PageTitle title={title} refused={isPageRefused || isRefused} />
      {isRefused && <ErrorSummary title={errors("summaryTitle")} errors={summary} />}
      {isRefused && unsaved.length > 0 && (
        <div className="mt-4">
          <Notice tone="warning" title={t("overtakenLead")}>
            <ul>
              {unsaved.map((code) => {
                const { answer, query } = choices[code]!;
                return (
                  <li key={code} className="mt-4">
                    <p>
                      <a href={`#${code}`}>{code}</a>: {answer === null ? t("none") : t(answer)}
                    </p>
                    {query !== "" && <p className="wrap-anywhere whitespace-pre-line">{query}</p>}
                  </li>
                );
              })}
            </ul>
          </Notice>
        </div>
      )}
    </>
  );
}

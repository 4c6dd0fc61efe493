"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { ErrorSummary, type SummaryError } from "@/components/ui/forms/error-summary";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { answerFields, seenField, seenIn } from "@/lib/schemas/reports/review-fields";
import type { Choice } from "./choice";
import { answersFormId, fillDecision } from "./kept-choice";
import { overBy } from "./send-answer";
import { useAnswers } from "./use-answers";

/**
 * The list as a form: without a script it is sent as a whole, and what was typed comes back with what is wrong. With one,
 * each answer is stored as it is made.
 */
export function AnswersForm({
  title,
  isPageRefused,
  hidden,
  here,
  children,
}: {
  /** The page's. */
  title: string;
  /** Whether another form of the page was refused, which no script says. */
  isPageRefused: boolean;
  /** Fields that go along: where the report stands, its submission, the language, the tab. */
  hidden: Record<string, string>;
  /** The page's own address, to see how the report stands now. */
  here: string;
  children: ReactNode;
}) {
  const t = useTranslations("review.answers");
  const errors = useTranslations("errors");
  const { choices, states, overtaken, choose, resume, flush, takeUp, over, form } = useAnswers();
  const problems = useProblems(form.state).summary;
  const summary = useMemo(() => problems.map(withCode), [problems]);
  const element = useRef<HTMLFormElement>(null);

  // What was chosen before the script arrived counts as well, and before what an earlier visit left in the browser.
  const isReady = useMemoryReady();
  const settled = useRef(false);
  useEffect(() => {
    if (!isReady || settled.current || element.current === null) return;
    settled.current = true;
    const fields = new FormData(element.current);
    const chosen = new Set<string>();
    for (const [code] of seenIn(String(fields.get(seenField) ?? ""))) {
      const names = answerFields(code);
      const choice = choices[code]!;
      const answer = fields.get(names.answer) as Choice["answer"];
      const query = String(fields.get(names.query) ?? "");
      if (answer === choice.answer && query === choice.query) continue;
      chosen.add(code);
      choose(code, { answer, query });
    }
    for (const [code, choice] of Object.entries(takeUp())) {
      if (chosen.has(code)) continue;
      fillDecision(element.current, answerFields(code), choice);
      resume(code, choice);
    }
    void flush();
  }, [isReady, choices, choose, resume, flush, takeUp]);

  return (
    <form
      id={answersFormId}
      ref={element}
      action={form.send}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <PageTitle title={title} refused={isPageRefused || form.state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {over && !overtaken?.problem && (
        <Notice tone="warning" live title={t("overtaken", { over })}>
          <p>
            <a href={here}>{t("isOver")}</a>
          </p>
        </Notice>
      )}
      {overtaken?.problem && (
        <Notice tone="error" live title={t("overtaken", { over: overBy(overtaken.problem) })}>
          <p>{t("overtakenLead")}</p>
          <p>
            <a href={here} target="_blank" rel="noopener">
              {t("seeNow")}
            </a>
          </p>
        </Notice>
      )}
      {children}
      <p className="vh" role="status">
        {Object.entries(states)
          .filter(([, state]) => state === "saved")
          .map(([code]) => t("savedOf", { code }))
          .at(-1)}
      </p>
      <noscript>
        <p className="actions">
          <button type="submit" className="btn" name="next" value="stay">
            {t("save")}
          </button>
        </p>
      </noscript>
    </form>
  );
}

/** Several fields of the list may be told the same: each begins with its indicator. */
function withCode({ fieldId, message }: SummaryError): SummaryError {
  const [, code] = fieldId?.split(":") ?? [];
  return { fieldId, message: code ? `${code}: ${message}` : message };
}

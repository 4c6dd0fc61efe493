"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { Sent } from "./submit-form";

/**
 * Takes the submission back, once that was asked: in a dialog, or behind the command where no script runs.
 * @param bar why it can't be taken back, said where no refusal has said it already
 */
export function WithdrawForm({ bar, title, isPageRefused, action, hidden }: Sent & { bar: "begun" | "closed" | null }) {
  const t = useTranslations("entry.withdrawal");
  const entry = useTranslations("entry");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action);
  const { summary } = useProblems(state);
  const refusal = state?.ok === false ? state.refusal.code : null;
  const isUnknown = refusal === "unanswered";
  const lead = () => (bar === null ? <p>{t("lead")}</p> : refusal === null && <p>{t(bar)}</p>);
  return (
    <form action={send} noValidate className="remark">
      <PageTitle title={title} refused={isPageRefused || refusal !== null} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {isUnknown && (
        <p className="choices-row">
          {/* Without the fragment, so that the browser asks for the page anew. */}
          <a href="?">{entry("reload")}</a>
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {lead()}
      {bar === null && <Asked isRefused={refusal !== null} sending={sending} />}
    </form>
  );
}

function Asked({ isRefused, sending }: { isRefused: boolean; sending: boolean }) {
  const t = useTranslations("entry.withdrawal");
  const common = useTranslations("common");
  const isAwake = useIsAwake();
  const [isAsking, setAsking] = useState(false);
  const confirm = (
    <Button look="main" type="submit" aria-disabled={sending} onClick={() => setAsking(false)}>
      {t("confirm")}
    </Button>
  );
  if (!isAwake)
    return (
      <details className="command mt-4" open={isRefused}>
        <summary className="btn">{t("withdraw")} …</summary>
        <div className="panel">
          <p>{t("meaning")}</p>
          <div className="actions">{confirm}</div>
        </div>
      </details>
    );
  return (
    <>
      <div className="actions">
        <Button aria-haspopup="dialog" aria-disabled={sending} onClick={() => setAsking(!sending)}>
          {t("withdraw")} …
        </Button>
      </div>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("ask")}
        titleId="ask-withdraw"
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common("cancel")}</Button>
            {confirm}
          </>
        }
      >
        <p>{t("meaning")}</p>
      </Dialog>
    </>
  );
}

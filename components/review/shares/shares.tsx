"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { useReadAnew } from "@/components/ui/use-read-anew";
import { formatsOf } from "@/lib/i18n/formats";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { sharesShown } from "@/lib/schemas/reports/review-fields";
import type { ShareView } from "@/lib/views/review-view";

/** Who looks at which goals, and the form in which a reviewer says so. It keeps nobody from anything. */
export function Shares({
  shares,
  goals,
  hidden,
  action,
}: {
  shares: readonly ShareView[];
  goals: readonly { code: string; title: string }[];
  /** Where the report stands, and the language. */
  hidden: Record<string, string>;
  /** Null where the reader reviews nothing here. */
  action: ((state: FormState, form: FormData) => Promise<FormState>) | null;
}) {
  const t = useTranslations("review.shares");
  const { list } = formatsOf(useLocale());
  const reviewers = [...new Set(shares.map(({ reviewer }) => reviewer))].map((reviewer) => {
    const own = shares.filter((share) => share.reviewer === reviewer);
    const { isOwn, by } = own[0]!;
    const of = own.length === goals.length ? t("whole") : list(own.map(({ goal }) => goal));
    return t("of", { own: isOwn ? "yes" : "no", by, goals: of });
  });
  const told = reviewers.length === 0 ? t("nobody") : reviewers.join(" ");
  if (action === null) return reviewers.length === 0 ? null : <p className="note">{told}</p>;
  return <SharesForm {...{ told, shares, goals, hidden, action }} />;
}

function SharesForm({
  told,
  shares,
  goals,
  hidden,
  action,
}: {
  told: string;
  shares: readonly ShareView[];
  goals: readonly { code: string; title: string }[];
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.shares");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  const seen = sharesShown(shares);
  const entered =
    state?.ok === false ? [...(state.entered.goals ?? []), ...enteredOr(state, "whole").split(" ")] : null;
  const isOvertaken = state?.ok === false && state.refusal.code === "sharesChanged";
  const seeAnew = useEffectEvent(useReadAnew());
  // Whose the goals are now is shown before it is asked again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (isOvertaken) seeAnew();
  }, [state]);
  return (
    <details className="more shares" open={entered !== null || undefined}>
      <summary>{told}</summary>
      <form action={send} noValidate>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        {isOvertaken && <p className="note">{t("kept")}</p>}
        {Object.entries({ ...hidden, seen }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend>{t("legend")}</legend>
          <p className="hint">{t("meaning")}</p>
          {goals.map(({ code, title }) => {
            const share = shares.find(({ goal }) => goal === code);
            return (
              <Checkbox
                key={code}
                name="goals"
                value={code}
                defaultChecked={entered?.includes(code) ?? share?.isOwn}
                label={
                  <>
                    <b>{code}</b> {title}
                    {share && !share.isOwn && <span className="hint">{` (${share.by})`}</span>}
                  </>
                }
              />
            );
          })}
        </fieldset>
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {t("save")}
          </Button>
          <Button
            type="submit"
            look="text"
            name="whole"
            value={goals.map(({ code }) => code).join(" ")}
            aria-disabled={sending}
          >
            {t("takeWhole")}
          </Button>
        </div>
      </form>
    </details>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { TwoStepView } from "@/lib/views/signed-in-view";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Step = "begin" | "confirm" | "renew" | "off";

/**
 * Sets up one's second step, gives new recovery codes, and switches it off. Recovery codes come as the answer to a form: they stand
 * in no address and in no page that could be opened again.
 */
export function TwoStepForms({
  view,
  isRequired,
  locale,
  next,
  actions,
}: {
  view: TwoStepView;
  isRequired: boolean;
  locale: string;
  /** Where somebody goes on who has kept their recovery codes. */
  next: string;
  actions: Record<Step, Action>;
}) {
  const t = useTranslations("auth.twoStep");
  const begin = useAnsweredState(actions.begin, { unanswered: "commandUnanswered" });
  const confirm = useAnsweredState(actions.confirm, { unanswered: "commandUnanswered" });
  const renew = useAnsweredState(actions.renew, { unanswered: "commandUnanswered" });
  const off = useAnsweredState(actions.off, { unanswered: "commandUnanswered" });
  const codes = codesOf(confirm[0]) ?? codesOf(renew[0]);
  const isRefused = [begin, confirm, renew, off].some(([state]) => state?.ok === false);
  const password = { name: "currentPassword", label: t("currentPassword"), type: "password" } as const;
  const anyCode = { name: "code", label: t("code"), hint: t("anyCode"), type: "text" } as const;
  return (
    <>
      <PageTitle title={t("title")} refused={isRefused} />
      {codes ? (
        <RecoveryCodes codes={codes} next={next} />
      ) : (
        <>
          {view.state === "off" && (
            <StepForm step="begin" answered={begin} fields={[password]} lead={t("beginLead")} locale={locale} />
          )}
          {view.state === "settingUp" && (
            <StepForm
              step="confirm"
              answered={confirm}
              fields={[{ name: "code", label: t("code"), hint: t("confirmHint"), type: "text" }]}
              lead={t("confirmLead")}
              locale={locale}
            >
              <h2>{t("scan")}</h2>
              {/* biome-ignore lint/performance/noImgElement: it is drawn for this page alone, and stands in it */}
              <img src={view.picture} width={232} height={232} alt={t("picture")} />
              <p>
                {t("typed")}{" "}
                <b translate="no" className="wrap-anywhere">
                  {view.secret}
                </b>
              </p>
            </StepForm>
          )}
          {view.state === "on" && (
            <>
              <section className="block" aria-labelledby="renew">
                <h2 id="renew">{t("renewTitle")}</h2>
                <p>{t("left", { count: view.recoveryCodesLeft })}</p>
                <StepForm step="renew" answered={renew} fields={[anyCode]} lead={t("renewLead")} locale={locale} />
              </section>
              <section className="block" aria-labelledby="off">
                <h2 id="off">{t("offTitle")}</h2>
                {isRequired ? (
                  <p>{t("required")}</p>
                ) : (
                  <StepForm
                    step="off"
                    answered={off}
                    fields={[password, anyCode]}
                    lead={t("offLead")}
                    locale={locale}
                  />
                )}
              </section>
            </>
          )}
        </>
      )}
    </>
  );
}

const codesOf = (state: FormState): string[] | null =>
  state?.ok && typeof state.message?.args?.codes === "string" ? state.message.args.codes.split(" ") : null;

function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useTranslations("auth.twoStep");
  return (
    <>
      <Notice tone="ok" title={t("recoveryTitle")} live>
        <p>{t("recoveryLead")}</p>
      </Notice>
      <ol translate="no" className="pl-5">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="actions">
        <ButtonLink look="main" href={next}>
          {t("goOn")}
        </ButtonLink>
      </div>
    </>
  );
}

interface StepField {
  name: "currentPassword" | "code";
  label: string;
  hint?: string;
  type: "password" | "text";
}

function StepForm({
  step,
  answered: [state, send, sending],
  fields,
  lead,
  locale,
  children,
}: {
  step: Step;
  answered: [state: FormState, send: (form: FormData) => void, sending: boolean];
  fields: readonly StepField[];
  lead: string;
  locale: string;
  children?: ReactNode;
}) {
  const t = useTranslations("auth.twoStep");
  const errors = useTranslations("errors");
  const { summary, errorOf } = useProblems(state);
  // Two of these forms stand on one page.
  const idOf = (name: string) => `${step}-${name}`;
  return (
    <form action={send} noValidate>
      <ErrorSummary
        title={errors("summaryTitle")}
        errors={summary.map(({ fieldId, message }) => ({ fieldId: fieldId && idOf(fieldId), message }))}
      />
      {children}
      <p className="mb-3">{lead}</p>
      <input type="hidden" name="locale" value={locale} />
      {fields.map(({ name, label, hint, type }) => (
        <TextField
          key={name}
          id={idOf(name)}
          name={name}
          type={type}
          label={label}
          hint={hint}
          error={errorOf(name)}
          autoComplete={type === "password" ? "current-password" : "one-time-code"}
          spellCheck={false}
        />
      ))}
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("working") : t(step)}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { BareSelect, Select } from "@/components/ui/fields/select";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { SeeNow } from "@/components/ui/forms/see-now";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { useReasons } from "@/components/values/missing/use-reasons";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { blankFields, commonReason } from "@/lib/schemas/reports/entry-fields";
import type { CheckIndicator } from "@/lib/views/entry-view";
import { MendHere } from "./check/mend-here";
import { ownPage } from "./check/own-page";
import { useListed } from "./check/use-listed";

const formId = "blanks-form";

/** Indicators with neither a value nor a reason: a reason for each in its row, or one for all that are ticked. */
export function BlanksForm({
  done,
  blanks,
  base,
  isLocked,
  hidden,
  action,
}: {
  /** What was said of others just now. */
  done: ReactNode;
  blanks: readonly Pick<CheckIndicator, "code" | "title" | "mayEnter">[];
  /** The report's address. */
  base: string;
  isLocked: boolean;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("entry.blanks");
  const entry = useTranslations("entry");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action);
  const { summary, errorOf } = useProblems(state);
  const form = useRef<HTMLFormElement>(null);
  const boxes = () =>
    [...(form.current?.elements ?? [])].filter(
      (each): each is HTMLInputElement => each instanceof HTMLInputElement && each.type === "checkbox",
    );
  const tickAll = () => {
    const all = boxes();
    const isTicked = all.every(({ checked }) => checked);
    for (const box of all) box.checked = !isTicked;
  };
  const missing = useTranslations("values.missing");
  const reasons = useReasons();
  const wasChosen = (name: string) => state?.ok === false && state.entered[name] !== undefined;
  const listed = useListed(blanks, ({ code }) => code);
  const left = new Set(blanks.map(({ code }) => code));
  if (listed.length === 0) return null;
  return (
    <section className="block" id="blanks">
      <h2>{t("title", { count: blanks.length })}</h2>
      <p className={isLocked ? undefined : "print-only"}>{t("locked")}</p>
      {!isLocked && <p className="off-paper">{t("lead")}</p>}
      {done && <div className="mt-4">{done}</div>}
      <div key={state?.ok === false ? JSON.stringify(state.entered) : "blank"}>
        {/* The fields of an indicator open among the rows, and a form holds no other: the rows only say whose they are. */}
        <form ref={form} id={formId} action={send} noValidate>
          <ErrorSummary title={errors("summaryTitle")} errors={summary} />
          <SeeNow state={state} label={entry("seeNow")} />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </form>
        <span id="why" hidden>
          {t("why")}
        </span>
        <ul className="to-dos">
          {listed.map(({ code, title, mayEnter }) => {
            const names = blankFields(code);
            const isDone = !left.has(code);
            const name = (
              <span id={`n-${code}`}>
                <span className="code">{code}</span> {title}
              </span>
            );
            const isAsked = mayEnter && !isDone;
            return (
              <MendHere
                key={code}
                {...{ code, isDone }}
                mayMend={mayEnter}
                what="answer"
                href={ownPage(base, code)}
                beside={
                  isAsked && (
                    <BareSelect
                      id={names.reason}
                      form={formId}
                      name={names.reason}
                      aria-labelledby={`why n-${code}`}
                      defaultValue={enteredOr(state, names.reason)}
                      empty={missing("give")}
                      options={reasons}
                    />
                  )
                }
              >
                {isAsked ? (
                  <Checkbox form={formId} name={names.chosen} defaultChecked={wasChosen(names.chosen)} label={name} />
                ) : (
                  name
                )}
              </MendHere>
            );
          })}
        </ul>
        {blanks.some(({ mayEnter }) => mayEnter) && (
          <div className="for-ticked">
            <Select
              id={commonReason}
              form={formId}
              name={commonReason}
              label={t("common")}
              error={errorOf(commonReason)}
              empty={missing("none")}
              options={reasons}
              defaultValue={enteredOr(state, commonReason)}
            />
            <Button look="text" className="with-script" onClick={tickAll}>
              {t("tickAll")}
            </Button>
            <Button type="submit" form={formId} aria-disabled={sending}>
              {sending ? entry("saving") : t("store")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { BareSelect, Select } from "@/components/ui/fields/select";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { SeeNow } from "@/components/ui/forms/see-now";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { useReasons } from "@/components/values/missing/use-reasons";
import { entryPath } from "@/lib/i18n/paths";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { blankFields, commonReason } from "@/lib/schemas/reports/entry-fields";
import type { CheckIndicator } from "@/lib/views/entry-view";

/** Indicators with neither a value nor a reason: a reason for each in its row, or one for all that are ticked. */
export function BlanksForm({
  blanks,
  base,
  hidden,
  action,
}: {
  blanks: readonly Pick<CheckIndicator, "code" | "title" | "mayEnter">[];
  /** The report's address. */
  base: string;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("entry.blanks");
  const entry = useTranslations("entry");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action);
  const { summary, errorOf } = useProblems(state);
  const form = useRef<HTMLFormElement>(null);
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  const tickAll = () => {
    const all = boxes();
    const isTicked = all.every(({ checked }) => checked);
    for (const box of all) box.checked = !isTicked;
  };
  const missing = useTranslations("values.missing");
  const reasons = useReasons();
  const wasChosen = (name: string) => state?.ok === false && state.entered[name] !== undefined;
  return (
    <form
      ref={form}
      action={send}
      noValidate
      key={state?.ok === false ? JSON.stringify(state.entered) : "blank"}
      className="blanks"
    >
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <SeeNow state={state} label={entry("seeNow")} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ul>
        {blanks.map(({ code, title, mayEnter }) => {
          const names = blankFields(code);
          const name = (
            <span>
              <span className="code">{code}</span> {title}
            </span>
          );
          return (
            <li key={code}>
              {mayEnter ? <Checkbox name={names.chosen} defaultChecked={wasChosen(names.chosen)} label={name} /> : name}
              <span className="blank-answer">
                {mayEnter && (
                  <BareSelect
                    id={names.reason}
                    name={names.reason}
                    aria-label={missing("of", { title: `${code} ${title}` })}
                    defaultValue={enteredOr(state, names.reason)}
                    empty={missing("give")}
                    options={reasons}
                  />
                )}
                <a href={entryPath(base, code)}>
                  {t(mayEnter ? "enter" : "see")} <span className="vh">{code}</span>
                </a>
              </span>
            </li>
          );
        })}
      </ul>
      {blanks.some(({ mayEnter }) => mayEnter) && (
        <div className="for-ticked">
          <Select
            id={commonReason}
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
          <Button type="submit" aria-disabled={sending}>
            {sending ? entry("saving") : t("store")}
          </Button>
        </div>
      )}
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/fields/field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { type Entered, enteredOr, type FormState, type Message } from "@/lib/schemas/forms/form-state";
import type { PreviewRow } from "@/lib/views/people/people-view";
import { FormField, type PeopleField } from "./people-form";

/** What becomes of each line of a list; where nothing is wrong with any, the command that does it. */
function InvitePreview({ rows, children }: { rows: readonly PreviewRow[]; children: ReactNode }) {
  const t = useTranslations("people.several");
  const errors = useTranslations("errors");
  const wrong = rows.filter(({ problem }) => problem !== null).length;
  const head = ["line", "person", "organisation", "role", "outcome"] as const;
  return (
    <section className="invite-preview" aria-labelledby="preview">
      <h2 id="preview">{t("preview")}</h2>
      <Notice tone={wrong > 0 ? "warning" : "info"} live>
        <p>{wrong > 0 ? t("someWrong", { count: wrong }) : t("allRight", { count: rows.length })}</p>
      </Notice>
      <Table
        caption={t("preview")}
        stack
        head={head.map((key) => (
          <th key={key} scope="col">
            {t(key)}
          </th>
        ))}
      >
        {rows.map(({ number, name, email, organisation, role, problem }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td data-name={t("person")}>
              {name}
              <span className="unit block wrap-anywhere">{email}</span>
            </td>
            <td data-name={t("organisation")}>{organisation}</td>
            <td data-name={t("role")}>{role}</td>
            <td data-name={t("outcome")}>
              <span>
                <Icon name={problem === null ? "check" : "warning"} />{" "}
                {problem === null ? t("isInvited") : errors(problem)}
              </span>
            </td>
          </tr>
        ))}
      </Table>
      {wrong === 0 && <div className="actions">{children}</div>}
    </section>
  );
}

/**
 * Several at once: a list is pasted, or read from a file; what becomes of each line is shown; then they are invited. Both
 * steps are one form, so that all that was typed is sent with each, with a script or without one.
 */
export function InviteSeveral({
  locale,
  longest,
  columns,
  fields,
  action,
}: {
  locale: string;
  /** Characters of a list. */
  longest: number;
  /** The names of the columns, as a list writes them. */
  columns: string;
  fields: readonly PeopleField[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("people.several");
  const errors = useTranslations("errors");
  const box = useRef<HTMLTextAreaElement>(null);
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  const preview = state?.ok ? previewIn(state.message) : null;
  // React empties a form that was answered: what was sent stands in it again, as in one that was refused.
  const filled: FormState = preview
    ? { ok: false, refusal: { code: "invalid", args: { fields: 0 } }, problems: [], entered: preview.entered }
    : state;
  const rows = preview?.lines;
  return (
    <form action={send} noValidate className="transition-form">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <input type="hidden" name="locale" value={locale} />
      <div className="narrow invited-lines">
        <Textarea
          hasContacts
          id="list"
          name="list"
          ref={box}
          rows={8}
          maxLength={longest}
          label={t("list")}
          hint={t("listHint", { columns })}
          error={errorOf("list")}
          defaultValue={enteredOr(filled, "list")}
          spellCheck={false}
        />
        <div className="with-script">
          <Field id="list-file" label={t("file")}>
            {(props) => (
              <input
                {...props}
                type="file"
                accept=".csv,.tsv,.txt,text/csv,text/plain"
                onChange={async ({ target }) => {
                  const text = await target.files?.[0]?.text();
                  if (text !== undefined && box.current) box.current.value = text;
                }}
              />
            )}
          </Field>
        </div>
        <fieldset className="field">
          <legend>{t("defaults")}</legend>
          {fields.map((field) => (
            <FormField
              key={field.name}
              id={field.name}
              {...{ field }}
              state={filled}
              error={errorOf(field.name)}
              empty={t("asLine")}
            />
          ))}
        </fieldset>
      </div>
      <div className="actions">
        <Button look={rows ? "plain" : "main"} type="submit" name="step" value="preview" aria-disabled={sending}>
          {t(sending ? "sending" : "submit")}
        </Button>
      </div>
      {rows && (
        <InvitePreview rows={rows}>
          <input type="hidden" name="seen" value={preview?.seen} />
          <Button look="main" type="submit" name="step" value="invite" aria-disabled={sending}>
            {sending ? t("confirming") : t("confirm", { count: rows.length })}
          </Button>
        </InvitePreview>
      )}
    </form>
  );
}

/** As `inviteSeveralAction` answers. */
function previewIn(message: Message | null): { lines: PreviewRow[]; entered: Entered; seen: string } {
  return JSON.parse(String(message?.args?.preview));
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import type { Choice } from "@/lib/views/people/people-view";

/** A field of a form about people, with its words. */
export type PeopleField = { name: string; label: string; hint?: string; value?: string } & (
  | { kind: "text" }
  | { kind: "email"; autoComplete?: "username" }
  | { kind: "password"; autoComplete: "new-password" }
  | { kind: "select"; options: readonly Choice[] }
  | { kind: "checkbox" }
);

/**
 * A form about a person or an invitation. The page says its words, for whom it is, and what it asks for.
 * @param id begins the ids of its fields, of which a page may have several by one name
 */
export function PeopleForm({
  id,
  action,
  hidden,
  username,
  fields = [],
  submit,
  isMain = false,
  cancel,
  command,
  children,
}: {
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string | number>>;
  /** Tells a password manager whose password it is. */
  username?: string;
  fields?: readonly PeopleField[];
  submit: { label: string; sending: string };
  /** It is what the page is there for. */
  isMain?: boolean;
  cancel?: ReactNode;
  /** It asks first: the form, with what it means, stands behind a button of these words. Refused, it stays open. */
  command?: { label: string; about?: string };
  children?: ReactNode;
}) {
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  const ofForm = summary.map((each) => ({ ...each, fieldId: each.fieldId && `${id}-${each.fieldId}` }));
  const form = (
    <form action={send} noValidate className="transition-form">
      <ErrorSummary title={errors("summaryTitle")} errors={ofForm} />
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {username !== undefined && (
        <input type="text" name="username" defaultValue={username} autoComplete="username" hidden readOnly />
      )}
      {fields.map((field) => (
        <FormField key={field.name} id={`${id}-${field.name}`} {...{ field, state }} error={errorOf(field.name)} />
      ))}
      <div className="actions">
        {cancel}
        <Button look={isMain ? "main" : "plain"} type="submit" aria-disabled={sending}>
          {sending ? submit.sending : submit.label}
        </Button>
      </div>
    </form>
  );
  if (!command) return form;
  return (
    <details className="command" open={state?.ok === false}>
      <summary className="btn">
        {command.label} …{command.about && <span className="vh"> {command.about}</span>}
      </summary>
      <div className="panel">{form}</div>
    </details>
  );
}

/** One field, with what was typed into it before the form was refused. */
export function FormField({
  id,
  field,
  state,
  error,
  empty,
}: {
  id: string;
  field: PeopleField;
  state: FormState;
  error: string | null;
  /** What a choice says where nothing is chosen. */
  empty?: string;
}) {
  const t = useTranslations("people.form");
  const { kind, name, label, hint, value } = field;
  const shared = { id, name, label, hint, error };
  const typed = enteredOr(state, name, value);
  if (kind === "checkbox") return <Checkbox id={id} name={name} label={label} defaultChecked={typed === "on"} />;
  if (kind === "select")
    return (
      <Select
        {...shared}
        options={field.options}
        empty={value ? undefined : (empty ?? t("choose"))}
        defaultValue={typed}
      />
    );
  const autoComplete = kind === "text" ? "off" : (field.autoComplete ?? "off");
  const ofAddress = kind === "email" ? { autoCapitalize: "none", spellCheck: false } : {};
  return <TextField {...shared} type={kind} defaultValue={typed} autoComplete={autoComplete} {...ofAddress} />;
}

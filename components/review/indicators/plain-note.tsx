"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import type { OwnNote } from "@/lib/schemas/reports/review-more";
import { ownNoteId } from "./list-place";

/** Where a reviewer notes something for themselves if no script runs: an indicator is chosen, then its note is written. */
export function PlainNote({
  codes,
  here,
  filter,
  chosen,
  done,
  hidden,
  action,
}: {
  /** Of the indicators, with white space between them. */
  codes: string;
  here: string;
  /** What the page shows, as its address says it. */
  filter: Record<string, string>;
  chosen: { code: string; note: OwnNote } | null;
  /** What was just done with the note. */
  done: "kept" | "forgotten" | null;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.note");
  return (
    <section id={ownNoteId} className="without-script mt-6" aria-labelledby="own-notes">
      <h2 id="own-notes">{t("own")}</h2>
      {chosen && done && (
        <Notice tone="ok" live>
          <p>{t("done", { done, code: chosen.code })}</p>
        </Notice>
      )}
      <form action={`${here}#${ownNoteId}`}>
        <Hidden fields={filter} />
        <Select
          id="note-of"
          name="open"
          label={t("of")}
          defaultValue={chosen?.code}
          options={codes.split(/\s/).map((code) => ({ value: code, label: code }))}
        />
        <div className="actions">
          <Button type="submit">{t("open")}</Button>
        </div>
      </form>
      {chosen && <NoteForm key={chosen.code} {...chosen} hidden={hidden} action={action} />}
    </section>
  );
}

function NoteForm({
  code,
  note: { body, rowVersion },
  hidden,
  action,
}: {
  code: string;
  note: OwnNote;
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("review.note");
  const errors = useTranslations("errors");
  const [state, send] = useAnsweredState(action);
  const { summary, errorOf } = useProblems(state);
  // Whoever keeps it again has seen what they replace.
  const isOther = state?.ok === false && enteredOr(state, "rowVersion") !== `${rowVersion}`;
  return (
    <form action={send} noValidate className="mt-6">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <Hidden fields={{ ...hidden, indicator: code, rowVersion: `${rowVersion}` }} />
      <Textarea
        id="body"
        name="body"
        rows={3}
        label={t("label", { code })}
        hint={t("hint")}
        error={errorOf("body")}
        defaultValue={enteredOr(state, "body", body)}
      />
      {isOther && (
        <>
          <p>{t(body === "" ? "emptied" : "other")}</p>
          {body !== "" && <p className="why wrap-anywhere whitespace-pre-line">{body}</p>}
        </>
      )}
      <div className="actions">
        <Button type="submit">{t("save")}</Button>
      </div>
    </form>
  );
}

const Hidden = ({ fields }: { fields: Record<string, string> }) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

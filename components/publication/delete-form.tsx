"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** What a deletion is about, as the person saw it. */
export interface DeletionSubject {
  locale: string;
  plan: string;
  id: number;
  /** Of the publication. */
  name: string;
  /** How many files there are, and from which results version; null where none was read. */
  files: number;
  version: number | null;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What would be lost, and the form that deletes: in a dialog, or on a page of its own without a script. */
export function DeleteForm({
  subject: { name, files, version, action, ...place },
  cancel,
}: {
  subject: DeletionSubject;
  /** The harmless way out: a button or a link. */
  cancel: ReactNode;
}) {
  const t = useTranslations("publications.delete");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  return (
    <form action={send} className="transition-form">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <p>
        <b>{name}</b>
      </p>
      <p>
        {t("files", { count: files })} {version !== null && t("content", { version })}
      </p>
      <p className="note">{t("kept")}</p>
      {Object.entries(place).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <div className="actions">
        {cancel}
        <Button look="main" type="submit" aria-disabled={sending}>
          {t(sending ? "deleting" : "confirm")}
        </Button>
      </div>
    </form>
  );
}

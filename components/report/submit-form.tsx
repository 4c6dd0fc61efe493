"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useUnsent } from "@/components/entry/sheet/unsent-of-report";
import { TextField } from "@/components/ui/fields/text-field";
import { PageTitle } from "@/components/ui/page-title";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { type KeptProps, partsOf, useKeptParts } from "./kept/kept-of-report";
import { wordsPlace } from "./kept/kept-words";
import { RemarkForm } from "./remark-form";

export interface Sent {
  /** The page's, which the form draws: it knows alone that it was refused. */
  title: string;
  /** The page answers another of its forms that was refused. */
  isPageRefused: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
}

/** Sends the report off, with who approved it in the unit, once the server has all that this browser has. */
export function SubmitForm({
  owner,
  form,
  narratives,
  remarks,
  isBlocked,
  ...sent
}: Sent &
  KeptProps & {
    /** The name under which the browser keeps what is written in it. */
    form: string;
    /** Something is to be settled first. */
    isBlocked: boolean;
  }) {
  const t = useTranslations("entry.check");
  const { values, anyLeft } = useUnsent();
  const { texts, anyPart } = useKeptParts({ owner, narratives, remarks });
  const parts = partsOf(texts);
  const waiting = () => {
    if (isBlocked) return <p>{t.rich("waiting", { a: (chunks) => <a href="#blocks">{chunks}</a> })}</p>;
    if (values.length > 0)
      return (
        <p>{t.rich("waitingForUnsent", { count: values.length, a: (chunks) => <a href="#unsent">{chunks}</a> })}</p>
      );
    if (parts === 0) return null;
    return <p>{t.rich("waitingForKept", { count: parts, a: (chunks) => <a href="#kept">{chunks}</a> })}</p>;
  };
  // Once it is there, it stays under the hands that write in it, whatever another window saves meanwhile.
  const [isShown, setShown] = useState(!isBlocked);
  if (!isBlocked && !isShown) setShown(true);
  if (!isShown)
    return (
      <>
        <PageTitle title={sent.title} refused={sent.isPageRefused} />
        {waiting()}
      </>
    );
  return (
    <RemarkForm
      {...sent}
      submit={t("submit")}
      look="main"
      words={wordsPlace(owner.userId, owner, form)}
      waiting={waiting()}
      mayGo={() => !anyLeft() && !anyPart()}
    >
      {({ typed, errorOf }) => (
        <>
          <p>{t("declaration")}</p>
          <TextField
            id="approver"
            name="approver"
            label={t("approver")}
            hint={t("approverHint")}
            autoComplete="off"
            maxLength={200}
            error={errorOf("approver")}
            defaultValue={typed("approver")}
          />
          <TextField
            id="approverFunction"
            name="approverFunction"
            label={t("approverFunction")}
            autoComplete="off"
            maxLength={200}
            error={errorOf("approverFunction")}
            defaultValue={typed("approverFunction")}
          />
        </>
      )}
    </RemarkForm>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { keyActionStates, longestKeyAction } from "@/lib/domain/commitments/key-action";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import type { KeyActionView, WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { EvidenceFields } from "../evidence/evidence-fields";
import { type FormAction, KeptForm } from "../kept/kept-form";

interface FormProps {
  hidden: Record<string, string | number>;
  here: string;
  /** Where the browser keeps what is being written; null where nothing is. */
  words: WordsPlace | null;
  action: FormAction;
  /** For whom, where a page has the form for several: the code of a unit. */
  of?: string;
}

/**
 * What is done, by whom and by when.
 * @param taskForce who does it where no organisation is named; null where one is to be
 */
export function AddKeyAction({
  organisations,
  taskForce,
  ...form
}: FormProps & Pick<WorkingObservationView, "organisations"> & { taskForce: string | null }) {
  const t = useTranslations("observations.keyAction");
  return (
    <KeptForm {...form} behind={t("add")}>
      {({ standing, errorOf, idOf, sending, lookedAt }) => (
        <>
          <Textarea
            id={idOf("action")}
            name="action"
            rows={3}
            maxLength={longestKeyAction}
            label={t("action")}
            hint={t("actionHint", { limit: longestKeyAction })}
            error={errorOf("action")}
            defaultValue={standing("action")}
          />
          <Select
            id={idOf("organisation")}
            name="organisation"
            label={t("organisation")}
            error={errorOf("organisation")}
            defaultValue={standing("organisation")}
            empty={taskForce ?? t("choose")}
            options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <TextField
            id={idOf("actionDueOn")}
            name="actionDueOn"
            type="date"
            label={t("due")}
            error={errorOf("actionDueOn")}
            defaultValue={standing("actionDueOn")}
          />
          {lookedAt}
          <div className="actions">
            <Button type="submit" aria-disabled={sending}>
              {t("addConfirm")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}

/** How a key action stands now. */
export function TellKeyAction({ keyActions: all, ...form }: FormProps & { keyActions: readonly KeyActionView[] }) {
  const t = useTranslations("observations");
  // Of what was taken down for safety nothing more is told.
  const keyActions = all.filter(({ body }) => body !== "");
  const only = keyActions.length === 1 ? String(keyActions[0]!.id) : undefined;
  if (keyActions.length === 0) return null;
  return (
    <KeptForm {...form} behind={t("keyAction.tell")}>
      {({ standing, errorOf, idOf, sending, lookedAt }) => (
        <>
          <Radios
            id={idOf("keyAction")}
            name="keyAction"
            label={t("keyAction.which")}
            error={errorOf("keyAction")}
            defaultValue={standing("keyAction", only)}
            options={keyActions.map(({ id, body }) => ({ value: String(id), label: body }))}
          />
          <Radios
            id={idOf("state")}
            name="state"
            label={t("keyAction.state")}
            error={errorOf("state")}
            defaultValue={standing("state")}
            options={keyActionStates
              .filter((state) => state !== "planned" || keyActions.some((each) => each.state === "planned"))
              .map((state) => ({ value: state, label: t(`keyActionState.${state}`) }))}
          />
          <TextField
            id={idOf("dueOn")}
            name="dueOn"
            type="date"
            label={t("keyAction.newDue")}
            hint={t("keyAction.newDueHint")}
            error={errorOf("dueOn")}
            defaultValue={standing("dueOn")}
          />
          <EvidenceFields fields={{ standing, errorOf, idOf }} hint={t("keyAction.evidenceHint")} />
          <Textarea
            id={idOf("reason")}
            name="reason"
            rows={3}
            maxLength={longestRemark}
            label={t("keyAction.reason")}
            hint={t("keyAction.reasonHint")}
            error={errorOf("reason")}
            defaultValue={standing("reason")}
          />
          {lookedAt}
          <div className="actions">
            <Button type="submit" aria-disabled={sending}>
              {t("keyAction.tellConfirm")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}

/** Takes one out of a reply that isn't sent. */
export function RemoveKeyAction({ body, ...form }: Omit<FormProps, "words"> & { body: string }) {
  const t = useTranslations("observations.keyAction");
  return (
    <KeptForm {...form} words={null}>
      {({ sending }) => (
        <Button type="submit" look="text" aria-disabled={sending}>
          {t("remove")}
          <span className="vh"> {body}</span>
        </Button>
      )}
    </KeptForm>
  );
}

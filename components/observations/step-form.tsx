"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { type Fields, type FormAction, KeptForm } from "./kept/kept-form";

export type StepName =
  | "recall"
  | "delete"
  | "pass"
  | "sendBack"
  | "speakAgain"
  | "drop"
  | "close"
  | "openAttribution"
  | "withdraw";

/** A step with an observation: what it means stands behind its name, with the command itself. */
export function StepForm({
  step,
  lead,
  children,
  ...form
}: {
  step: StepName;
  lead: string;
  action: FormAction;
  hidden: Record<string, string | number>;
  words?: WordsPlace | null;
  here: string;
  children?: (fields: Fields) => ReactNode;
}) {
  const t = useTranslations("observations.step");
  return (
    <KeptForm words={null} behind={t(`${step}.opens`)} {...form}>
      {(fields) => (
        <>
          <p>{lead}</p>
          {children && <div className="mt-4">{children(fields)}</div>}
          {fields.lookedAt}
          <div className="actions">
            <Button type="submit" aria-disabled={fields.sending}>
              {fields.sending ? t("working") : t(`${step}.confirm`)}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Restores what was taken down, or erases its words for good, once the consequences were opened; for good takes a tick. */
export function TakeDownTransition({
  transition,
  place,
  action,
}: {
  transition: "restore" | "erase";
  place: { plan: string; locale: string; id: number };
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const words = { restore: useTranslations("review.restore"), erase: useTranslations("review.erase") };
  const t: (key: "title" | "lead" | "confirm" | "working") => string = words[transition];
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary } = useProblems(state);
  // The page has one such box for each take-down.
  const boxId = `certain-${place.id}`;
  return (
    <details className="more" open={state?.ok === false}>
      <summary>{t("title")}</summary>
      <form action={send} noValidate>
        <ErrorSummary
          title={errors("summaryTitle")}
          errors={summary.map(({ fieldId, message }) => ({ fieldId: fieldId && boxId, message }))}
        />
        <p>{t("lead")}</p>
        {Object.entries(place).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {transition === "erase" && (
          <>
            <p>{words.erase("files")}</p>
            <Checkbox id={boxId} name="isCertain" label={words.erase("certain")} />
          </>
        )}
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {t(sending ? "working" : "confirm")}
          </Button>
        </div>
      </form>
    </details>
  );
}

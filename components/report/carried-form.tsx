"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { Hidden } from "@/components/ui/forms/hidden";
import { SeeNow } from "@/components/ui/forms/see-now";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

interface Props {
  /** Where the report is, and what of it is meant. */
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  label: string;
}

/** One act that says nothing in words: to carry values of the period before over, to confirm them, to take an indicator over. */
export function CarriedForm({ hidden, action, label }: Props) {
  const entry = useTranslations("entry");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action);
  const { summary } = useProblems(state);
  return (
    <form action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <SeeNow state={state} label={entry("seeNow")} />
      <Hidden hidden={hidden} />
      <Button type="submit" aria-disabled={sending}>
        {sending ? entry("saving") : label}
      </Button>
    </form>
  );
}

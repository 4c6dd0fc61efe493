"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** Reminds whoever has to send one report. What stands against it is said right beside it. */
export function RemindCommand({
  place,
  label,
  about,
  action,
}: {
  place: Record<"plan" | "unit" | "period" | "locale" | "shown", string>;
  label: string;
  /** The report, for whoever doesn't see the cell around the button. */
  about: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const common = useTranslations("common");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const [problem] = useProblems(state).summary;
  return (
    <form action={send} noValidate>
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" className="small" aria-disabled={sending}>
        {label}
        <span className="vh"> ({about})</span>
      </Button>
      {problem && (
        <p className="problem" role="alert">
          {common("errorPrefix")} {problem.message}
        </p>
      )}
    </form>
  );
}

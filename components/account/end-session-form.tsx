"use client";

import { Button } from "@/components/ui/button";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/schemas/forms/form-state";

/** One button that ends a session, or all others. */
export function EndSessionForm({
  action,
  fields,
  words,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  fields: Record<string, string>;
  /** `of` says which one to whoever hears the button apart from its row. */
  words: { end: string; of: string | null; ending: string };
}) {
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const [refused] = useProblems(state).summary;
  return (
    <form action={send}>
      {refused && (
        <Notice tone="error" live>
          <p>{refused.message}</p>
        </Notice>
      )}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" aria-disabled={sending} aria-label={words.of ?? undefined}>
        {sending ? words.ending : words.end}
      </Button>
    </form>
  );
}

"use client";

import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What a form's fields take: what stood there when it was refused, and what is wrong with it. */
export interface Fields {
  standing: (field: string, stored?: string) => string;
  errorOf: (field: string) => string | null;
}
/** Which boxes of a name stand ticked, in the same way. */
export type Ticked = (field: string, stored?: readonly string[]) => readonly string[];

/** A form about a meeting. What was sent stands there again when it is refused, also where a field was emptied. */
export function useMeetingForm(action: FormAction, unanswered: "unanswered" | "commandUnanswered" = "unanswered") {
  const [state, send, sending] = useAnsweredState(action, { unanswered });
  const { summary, errorOf } = useProblems(state);
  const isRefused = state?.ok === false;
  const standing = (field: string, stored = "") => (isRefused ? (state.entered[field]?.[0] ?? "") : stored);
  const ticked: Ticked = (field, stored = []) => (isRefused ? (state.entered[field] ?? []) : stored);
  return { state, send, sending, summary, errorOf, isRefused, standing, ticked };
}

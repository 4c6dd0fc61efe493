"use client";

import { useActionState } from "react";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { type FormAction, orUnanswered, type Unanswered } from "./or-unanswered";

/**
 * The state of a form that a server's action serves, how it is sent, and whether it is on its way. No answer is an answer
 * too, and the page stays: React alone would put the error page in its place. So no other file calls `useActionState`.
 * @param initial what the page was made with
 * @param around what else the browser does with the action
 */
export function useAnsweredState(
  action: FormAction,
  {
    initial = null,
    unanswered = "unanswered",
    around = (answered) => answered,
  }: { initial?: FormState; unanswered?: Unanswered; around?: (answered: FormAction) => FormAction } = {},
): [state: FormState, send: (form: FormData) => void, sending: boolean] {
  // Without a script the browser sends the form to the server's own action, and so it does before the page is awake.
  const isAwake = useIsAwake();
  return useActionState(isAwake ? around(orUnanswered(action, unanswered)) : action, initial);
}

"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { FormState } from "@/lib/schemas/form-state";

/**
 * Lets the browser ask before a form with something unsaved in it is left. Sending it is no leaving.
 * @param state of the form: refused, it still holds what wasn't saved
 */
export function useUnsavedWarning(state: FormState): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    let isChanged = state?.ok === false;
    const change = () => {
      isChanged = true;
    };
    const send = () => {
      isChanged = false;
    };
    const leave = (event: BeforeUnloadEvent) => {
      if (isChanged) event.preventDefault();
    };
    element?.addEventListener("input", change);
    element?.addEventListener("submit", send);
    window.addEventListener("beforeunload", leave);
    return () => {
      element?.removeEventListener("input", change);
      element?.removeEventListener("submit", send);
      window.removeEventListener("beforeunload", leave);
    };
  }, [state]);
  return form;
}

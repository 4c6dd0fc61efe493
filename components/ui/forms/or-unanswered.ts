import type { RefusalCode } from "@/lib/domain/refusal";
import type { Entered, FormState } from "@/lib/schemas/forms/form-state";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** How a form says that no answer came: what isn't known then, and what to do. */
export type Unanswered = Extract<RefusalCode, "unanswered" | `${string}Unanswered`>;

/**
 * The same action; where no answer of it comes, because the line is down, the server ended, or something before the server
 * refused, it says so, and the page that it was sent from stays with all that was typed.
 */
export const orUnanswered =
  (action: FormAction, code: Unanswered): FormAction =>
  async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      // What the server throws arrives with a digest: a way elsewhere, or a defect, which the error page tells of.
      if (typeof error === "object" && error !== null && "digest" in error) throw error;
      const entered: Entered = {};
      for (const [name, value] of form)
        if (typeof value === "string") entered[name] = [...(entered[name] ?? []), value];
      return { ok: false, refusal: { code, args: {} }, problems: [], entered };
    }
  };

import { forgetOnLeaving } from "@/components/offline/kept-pages";
import type { FormAction } from "@/components/ui/forms/or-unanswered";

/**
 * Signing out, with the pages forgotten that this browser keeps. Where no server can be reached it isn't even asked: nobody
 * is signed out then, the pages stay, and that is what is said.
 */
export const leaving =
  (signOut: FormAction): FormAction =>
  async (state, form) =>
    (await forgetOnLeaving())
      ? signOut(state, form)
      : { ok: false, refusal: { code: "stillSignedIn", args: {} }, problems: [], entered: {} };

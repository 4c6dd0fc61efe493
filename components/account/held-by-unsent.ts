import { accountPath } from "@/lib/i18n/paths";

/** Where one's account says what signing out leaves in this browser. */
export const signOutId = "sign-out";

/**
 * Leads whoever signs out, and has changes that only this browser has, to the page of their account, which says so: on a
 * shared computer they may never come back to them.
 * @returns whether it did. Code that doesn't come holds nobody back.
 */
export async function isHeldByUnsent(userId: number, locale: string): Promise<boolean> {
  try {
    const { hasUnsentHere } = await import("./unsent-here");
    if (!(await hasUnsentHere(userId))) return false;
  } catch {
    return false;
  }
  window.location.assign(`${accountPath(locale)}#${signOutId}`);
  return true;
}

import { signedInHint } from "@/lib/views/signed-in-view";

/** On the document while the browser holds the hint: the name's place is kept (account.css); "empty" when nobody is there. */
export const keptPlace = "data-reader";

const hint = `${signedInHint}=1`;

/** Runs before anything is drawn, so that nothing moves when the name comes. */
export const keepPlace = `if(document.cookie.includes("${hint}"))document.documentElement.setAttribute("${keptPlace}","")`;

/** Whether there may be somebody: the session itself is hidden from scripts. */
export const maybeSignedIn = (): boolean => document.cookie.includes(hint);

/** The same for a page that takes another's place in the browser, where such a script doesn't run. */
export function keepPlaceHere(): void {
  const root = document.documentElement;
  if (!maybeSignedIn()) root.removeAttribute(keptPlace);
  else if (!root.hasAttribute(keptPlace)) root.setAttribute(keptPlace, "");
}

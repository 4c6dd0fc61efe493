import { signedInHint } from "@/lib/schemas/signed-in-view";

/** On the document while the browser holds the hint: the name's place is kept (frame.css); "empty" when nobody is there. */
export const keptPlace = "data-reader";

/** Runs before anything is drawn, so that nothing moves when the name comes. */
export const keepPlace = `if(document.cookie.includes("${signedInHint}=1"))document.documentElement.setAttribute("${keptPlace}","")`;

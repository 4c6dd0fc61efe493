import { h } from "hastscript";
import type { ShownStatus } from "@/lib/views/shown-status";
import type { DocumentWords } from "../document";

/** The status on its colour: icon and word. */
export function chipOf(status: ShownStatus, words: DocumentWords) {
  return h("span", { class: ["chip", "s", statusClass(status)] }, [iconOf(), words.statuses[status]]);
}

export const statusClass = (status: ShownStatus) => `s-${status}`;

/** Painted by the sheet in the ink of what it stands on; the word beside it says the same. */
export const iconOf = () => h("span", { class: "icon", ariaHidden: "true" });

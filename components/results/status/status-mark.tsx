import type { ShownStatus } from "@/lib/views/shown-status";
import { statusClass } from "./status-look";

/** `StatusChip` for the browser, which has no messages of its own: the word comes with it. */
export function StatusMark({ status, word }: { status: ShownStatus; word: string }) {
  return <span className={`chip s ${statusClass[status]}`}>{word}</span>;
}

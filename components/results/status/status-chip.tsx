import { useTranslations } from "next-intl";
import type { ShownStatus } from "@/lib/views/shown-status";
import { statusClass } from "./status-look";

/** Icon and word on the status's own colour. */
export function StatusChip({ status }: { status: ShownStatus }) {
  const t = useTranslations("status.word");
  return <span className={`chip s ${statusClass[status]}`}>{t(status)}</span>;
}

/** The icon alone, on its fill, where the word stands beside it. */
export function StatusSquare({ status }: { status: ShownStatus }) {
  return <span className={`square s ${statusClass[status]}`}></span>;
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownStatus } from "@/lib/views/shown-status";
import { StatusChip } from "./status-chip";

/** From one status to another, as two chips and an arrow; `children` says what the change means. */
export function StatusChange({ from, to, children }: { from: ShownStatus; to: ShownStatus; children?: ReactNode }) {
  const t = useTranslations("status.change");
  return (
    <span className="was">
      <StatusChip status={from} />
      <i className="to" />
      <span className="vh">{t("then")}</span>
      <StatusChip status={to} />
      {children && <span className="hint">{children}</span>}
    </span>
  );
}

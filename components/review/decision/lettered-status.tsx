import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/results/status/status-chip";
import { type ShownStatus, statusOfLetter } from "@/lib/views/shown-status";

/** From one status to another, as two chips and an arrow; `children` says what the change means. */
function StatusChange({ from, to, children }: { from: ShownStatus; to: ShownStatus; children?: ReactNode }) {
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

/** A status, or one that gives way to another: one or two letters of `letterOf`. */
export function LetteredStatus({ letters }: { letters: string }) {
  const [from, to] = [...letters].map(statusOfLetter);
  if (from === undefined) return null;
  return to === undefined ? <StatusChip status={from} /> : <StatusChange from={from} to={to} />;
}

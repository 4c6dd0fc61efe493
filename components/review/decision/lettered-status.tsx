import { StatusChange } from "@/components/results/status/status-change";
import { StatusChip } from "@/components/results/status/status-chip";
import { statusOfLetter } from "@/lib/views/shown-status";

/** A status, or one that gives way to another: one or two letters of `letterOf`. */
export function LetteredStatus({ letters }: { letters: string }) {
  const [from, to] = [...letters].map(statusOfLetter);
  if (from === undefined) return null;
  return to === undefined ? <StatusChip status={from} /> : <StatusChange from={from} to={to} />;
}

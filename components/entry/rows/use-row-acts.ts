import { useCarrying } from "@/components/entry/carried/use-carrying";
import type { RowFacts } from "@/components/entry/state/row-facts";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What can be done with a row besides entering its value, from its menu or by a key; null for what can't. */
export interface RowActs {
  askReason: (() => void) | null;
  toggle: (() => void) | null;
  comment: (() => void) | null;
  /** Carries the values of a period over, or confirms them where that was done. */
  carried: { act: () => void; from: string | null } | null;
}

/** Whoever closes the breakdown from within goes on in its row, and what they typed there is settled by that. */
function leaveParts(code: string): void {
  const row = document.getElementById(code);
  if (!row?.nextElementSibling?.contains(document.activeElement)) return;
  (row.querySelector<HTMLElement>("[data-row]") ?? row.querySelector("a"))?.focus();
}

export function useRowActs(
  { code, tables, abilities, rules, carry: carriable }: EntryIndicator,
  facts: RowFacts,
  to: {
    isOpen: boolean;
    onToggle: (code: string) => void;
    onComment: (code: string) => void;
    setAsksReason: (asks: boolean) => void;
  },
): RowActs {
  const { carry, confirm } = useCarrying();
  const from = carriable && !facts.isAnswered ? carriable.period : null;
  const mayCarry = abilities.enterValue && (from !== null || facts.carried > 0);
  const toggle = () => {
    if (to.isOpen) leaveParts(code);
    to.onToggle(code);
  };
  return {
    askReason: abilities.enterValue && rules.type !== "narrative" ? () => to.setAsksReason(true) : null,
    toggle: tables.length > 0 ? toggle : null,
    comment: abilities.addComment ? () => to.onComment(code) : null,
    carried: mayCarry ? { from, act: () => void (from === null ? confirm([code]) : carry([code])) } : null,
  };
}

"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { totalCell } from "@/lib/domain/disaggregation";
import type { Value } from "@/lib/domain/value";
import type { ValueWarning } from "@/lib/domain/value-warning";
import type { CellSave } from "@/lib/schemas/cell-save";
import type { Message } from "@/lib/schemas/form-state";
import type { ReportAddress } from "@/lib/schemas/report-view";
import type { EnteredValue } from "@/lib/schemas/value";
import { dropQueued, keepQueued, readQueued } from "./queued-cells";
import { sendCell } from "./send-cell";

export type CellState =
  | { name: "empty" | "saving" | "queued" }
  /** `fresh`: acknowledged since the page was opened. */
  | { name: "saved"; at: string | null; fresh: boolean }
  | { name: "refused"; problem: Message }
  | { name: "changed"; present: { value: Value; revision: number } | null };

interface Stored {
  entered: EnteredValue;
  revision: number;
  savedAt: string | null;
  warnings: ValueWarning[];
  isAnswered: boolean;
}

/**
 * The total cell of one indicator while a hand is on it. What was typed is never thrown away: it is stored and
 * acknowledged, kept with its error, queued until the server answers, or set beside somebody else's figure.
 * @param scope whose queue it is: user and report
 */
export function useCell(scope: string, address: ReportAddress, indicator: string, stored: Stored) {
  const [entered, setEntered] = useState(stored.entered);
  const [state, setState] = useState<CellState>(
    stored.revision > 0 ? { name: "saved", at: stored.savedAt, fresh: false } : { name: "empty" },
  );
  const [facts, setFacts] = useState({ warnings: stored.warnings, isAnswered: stored.isAnswered });
  const revision = useRef(stored.revision);
  const settled = useRef(JSON.stringify(stored.entered));
  // Saves of one cell go one after another, so that each expects the revision that the one before it made.
  const line = useRef<Promise<void>>(Promise.resolve());

  const send = useCallback(
    async (wanted: EnteredValue, expected?: number) => {
      const save: CellSave = {
        indicator,
        cell: totalCell,
        expectedRevision: expected ?? revision.current,
        entered: wanted,
      };
      setState({ name: "saving" });
      keepQueued(scope, save);
      const sent = await sendCell(address, save);
      if (sent.outcome !== "unreachable") dropQueued(scope, indicator);
      switch (sent.outcome) {
        case "stored":
          revision.current = sent.revision;
          settled.current = JSON.stringify(wanted);
          setFacts({ warnings: sent.warnings, isAnswered: sent.isAnswered });
          setState(sent.revision > 0 ? { name: "saved", at: sent.savedAt, fresh: true } : { name: "empty" });
          break;
        case "changed":
          setState({ name: "changed", present: sent.present });
          break;
        case "refused":
          setState({ name: "refused", problem: sent.problem });
          break;
        case "unreachable":
          setState({ name: "queued" });
      }
    },
    [scope, address, indicator],
  );

  /** Saves what is entered, unless it is what is stored already. */
  const save = useCallback(
    (wanted: EnteredValue, expected?: number) => {
      line.current = line.current.then(async () => {
        if (expected === undefined && JSON.stringify(wanted) === settled.current) return;
        await send(wanted, expected);
      });
      return line.current;
    },
    [send],
  );

  const latest = useRef(entered);
  latest.current = entered;
  const isQueued = state.name === "queued";
  useEffect(() => {
    const kept = readQueued(scope, indicator);
    if (!kept) return;
    setEntered(kept.entered);
    void save(kept.entered, kept.expectedRevision);
  }, [scope, indicator, save]);
  useEffect(() => {
    if (!isQueued) return;
    const again = () => void save(latest.current);
    addEventListener("online", again);
    const timer = setInterval(again, 20_000);
    return () => {
      removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [isQueued, save]);

  return { entered, setEntered, state, ...facts, save };
}

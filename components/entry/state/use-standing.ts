"use client";

import { useEffect, useEffectEvent } from "react";
import { useReadAnew } from "@/components/ui/use-read-anew";
import type { StandingView } from "@/lib/views/entry-view";
import type { EntrySession } from "./entry-session";
import { isSameStanding } from "./standing";

/**
 * Where others may be entered now than when the page was made, it is made anew: rows get or lose their fields, and what
 * was being typed counts as left. That the report is locked is told by the first save that is refused, too.
 * @returns to be told what the server says
 */
export function useStanding(
  { standing, store, saver }: Pick<EntrySession, "standing" | "store" | "saver">,
  made: StandingView,
): (now: StandingView) => void {
  const readAnew = useReadAnew();
  const makeAnew = useEffectEvent(() => {
    saver.leaveAll();
    readAnew();
  });
  useEffect(() => {
    store.admit(made.enterable);
    standing.hear(made);
  }, [standing, store, made]);
  // Of a row that was taken away its own refusal tells, which would go with the row.
  useEffect(() => standing.subscribe(() => standing.now().lock !== made.lock && makeAnew()), [standing, made.lock]);
  return (now) => {
    const { lock } = standing.now();
    standing.hear(now);
    if (now.lock !== lock || isSameStanding(now, made)) return;
    saver.leaveAll();
    readAnew();
  };
}

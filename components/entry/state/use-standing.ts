"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { StandingView } from "@/lib/views/entry-view";
import type { EntrySession } from "./entry-session";
import { isSameStanding } from "./standing";

/**
 * Where others may be entered now than when the page was made, it is made anew: rows get or lose their fields, and what
 * was being typed counts as left.
 * @returns to be told what the server says
 */
export function useStanding(
  { standing, store, saver }: Pick<EntrySession, "standing" | "store" | "saver">,
  made: StandingView,
): (now: StandingView) => void {
  const router = useRouter();
  useEffect(() => {
    store.admit(made.enterable);
    standing.hear(made);
  }, [standing, store, made]);
  return (now) => {
    standing.hear(now);
    if (isSameStanding(now, made)) return;
    saver.leaveAll();
    router.refresh();
  };
}

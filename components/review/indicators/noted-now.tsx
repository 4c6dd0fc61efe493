"use client";

import { createContext, type ReactNode, useCallback, useState } from "react";

/** Whether an indicator has a note of the reader's own, as far as the page heard of it since it was made, by code. */
type NotedNow = Readonly<Record<string, boolean>>;

export const NotedContext = createContext<NotedNow>({});
export const TellNotedContext = createContext<(code: string, isNoted: boolean) => void>(() => {});

/** Lets the list tell the tabs of notes that are kept and forgotten. */
export function NotedProvider({ children }: { children: ReactNode }) {
  const [noted, setNoted] = useState<NotedNow>({});
  const tell = useCallback(
    (code: string, isNoted: boolean) => setNoted((noted) => ({ ...noted, [code]: isNoted })),
    [],
  );
  return (
    <TellNotedContext value={tell}>
      <NotedContext value={noted}>{children}</NotedContext>
    </TellNotedContext>
  );
}

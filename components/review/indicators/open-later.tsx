"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** What is one click away, and is drawn when it is opened first. */
export function OpenLater({
  summary,
  isOpen,
  onOpen,
  children,
}: {
  summary: string;
  /** It stands open from the start. */
  isOpen: boolean;
  /** Called each time that it is opened. */
  onOpen: () => void;
  children: ReactNode;
}) {
  const element = useRef<HTMLDetailsElement>(null);
  const isSettled = useRef(false);
  useEffect(() => {
    if (isSettled.current) return;
    isSettled.current = true;
    // It may have been opened before the script arrived.
    if (element.current?.open) onOpen();
  }, [onOpen]);
  return (
    <details
      ref={element}
      className="more"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) onOpen();
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

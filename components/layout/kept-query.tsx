"use client";

import type { ReactNode, SyntheticEvent } from "react";

/** A link that leads to the same page, in another language or period, takes the reader's choices along: just before it is used. */
function keep({ target }: SyntheticEvent): void {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link && link.search === "") link.search = location.search;
}

/** Around links that have no query of their own. */
export function KeptQuery({ children }: { children: ReactNode }) {
  return (
    <div className="contents" onClickCapture={keep} onAuxClickCapture={keep} onContextMenuCapture={keep}>
      {children}
    </div>
  );
}

"use client";

import type { ReactNode, SyntheticEvent } from "react";

/**
 * A link that leads to the same page, in another language or period or with another choice, takes the reader's choices
 * along: just before it is used.
 */
function keep({ target }: SyntheticEvent): void {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link) return;
  // The same page in another language has the same places.
  if (link.hreflang && !link.hash) link.hash = location.hash;
  if (link.search === "") link.search = location.search;
  else if (link.pathname === location.pathname) {
    const own = new URLSearchParams(link.search);
    for (const [name, value] of new URLSearchParams(location.search)) if (!own.has(name)) own.append(name, value);
    link.search = own.toString();
  }
}

/** Around links to the page itself. */
export function KeptQuery({ children }: { children: ReactNode }) {
  return (
    <div className="contents" onClickCapture={keep} onAuxClickCapture={keep} onContextMenuCapture={keep}>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";

type NoticeTone = "info" | "ok" | "warning" | "error";

/** A message in the page. `live` for one that appears after something was done. */
export function Notice({
  tone = "info",
  title,
  live = false,
  id,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  live?: boolean;
  /** Of one that takes the focus. */
  id?: string;
  children?: ReactNode;
}) {
  return (
    <div
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={`msg msg-${tone}`}
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
    >
      {title && <p className="h">{title}</p>}
      {children}
    </div>
  );
}

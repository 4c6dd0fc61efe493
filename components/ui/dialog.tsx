"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * A modal question or panel on the browser's own dialog element: it keeps the focus inside, gives it back, and closes on
 * Escape. `actions` stand at its end; put the harmless one first.
 */
export function Dialog({
  open,
  onClose,
  title,
  titleId,
  children,
  actions,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  titleId: string;
  children: ReactNode;
  /** Left out where the content has its own, as a form does. */
  actions?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal();
      // Its focus may go to a button below a long content: the title is read first.
      dialog.current?.scrollTo(0, 0);
    }
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
      {actions && <div className="actions">{actions}</div>}
    </dialog>
  );
}

"use client";

import { type ComponentProps, useImperativeHandle, useRef, useSyncExternalStore } from "react";
import { isPrinting, watchPrinter } from "@/components/ui/printing";

/**
 * A box for words of several lines. On paper it can't be scrolled, and no browser breaks it between two pages: what is
 * printed is its words as text.
 */
export function TextBox({ ref, ...rest }: ComponentProps<"textarea">) {
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => box.current!, []);
  const words = useSyncExternalStore(
    watchPrinter,
    () => (isPrinting() ? (box.current?.value ?? null) : null),
    () => null,
  );
  return (
    <>
      <textarea {...rest} ref={box} />
      {words !== null && <span className="on-paper">{words}</span>}
    </>
  );
}

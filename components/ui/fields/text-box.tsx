"use client";

import { type ComponentProps, useImperativeHandle, useRef, useSyncExternalStore } from "react";
import { isPrinting, watchPrinter } from "@/components/ui/printing";
import { WordsTold } from "./words-told";

/**
 * A box for words of several lines. On paper it can't be scrolled, and no browser breaks it between two pages: what is
 * printed is its words as text.
 * @param hasContacts how to reach people belongs into it, and nothing is told of that
 */
export function TextBox({ ref, hasContacts = false, ...rest }: ComponentProps<"textarea"> & { hasContacts?: boolean }) {
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
      {/* Right behind the box, whose place it takes on paper. */}
      {words !== null && <span className="on-paper">{words}</span>}
      {!hasContacts && <WordsTold box={box} />}
    </>
  );
}

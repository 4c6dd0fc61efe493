"use client";

import type { ReactNode } from "react";
import { Button } from "./button";

/** Prints the page; the browser's own command does the same where no script runs. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <span className="with-script">
      <Button onClick={() => window.print()}>{children}</Button>
    </span>
  );
}

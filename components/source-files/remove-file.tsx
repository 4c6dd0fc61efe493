"use client";

import type { ReactNode } from "react";
import { type FormAction, KeptForm } from "@/components/observations/kept/kept-form";
import { Button } from "@/components/ui/button";

/** Takes a file away at once: it can be added again. */
export function RemoveFile({
  children,
  ...form
}: {
  action: FormAction;
  hidden: Record<string, string | number>;
  here: string;
  /** What the button says. */
  children: ReactNode;
}) {
  return (
    <KeptForm {...form} words={null}>
      {({ sending }) => (
        <Button type="submit" look="text" aria-disabled={sending}>
          {children}
        </Button>
      )}
    </KeptForm>
  );
}

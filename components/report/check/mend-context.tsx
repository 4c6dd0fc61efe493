"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { FormAction } from "@/components/entry/state/entry-session";

interface MendPlace {
  /** The report's address. */
  base: string;
  locale: string;
  /** By code, how each indicator stands: what is being mended is read anew where a new page has another. */
  stamps: Readonly<Record<string, string>>;
  forms: { comment: FormAction; reply: FormAction };
}

interface Mending extends MendPlace {
  /** By code, which of an indicator's lines has its fields open: what stands in several lists has one set of fields. */
  open: Readonly<Record<string, string>>;
  setOpen: (code: string, line: string | null) => void;
  /** What says aloud what becomes of what is typed in any fields: once for all, and also when they are closed again. */
  setAloud: (aloud: ReactNode) => void;
}

const MendContext = createContext<Mending | null>(null);

/** Where the page is, for every indicator that is mended in it. */
export function MendProvider({ children, base, locale, stamps, forms }: MendPlace & { children: ReactNode }) {
  const [open, setLines] = useState<Mending["open"]>({});
  const [aloud, setAloud] = useState<ReactNode>(null);
  const value = useMemo<Mending>(
    () => ({
      base,
      locale,
      stamps,
      forms,
      open,
      setAloud,
      setOpen: (code, line) => setLines((before) => ({ ...before, [code]: line ?? "" })),
    }),
    [base, locale, stamps, forms, open],
  );
  return (
    <MendContext value={value}>
      {children}
      {aloud}
    </MendContext>
  );
}

export function useMendPlace(): Mending {
  const place = use(MendContext);
  if (place === null) throw new Error("nothing is mended here");
  return place;
}

"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { FormAction } from "@/components/entry/state/entry-session";
import type { IsoMoment } from "@/lib/views/report-view";

interface MendPlace {
  /** The report's address. */
  base: string;
  locale: string;
  /** When the page was made: made anew, what is being mended is read anew too. */
  made: IsoMoment;
  forms: { comment: FormAction; reply: FormAction };
}

interface Mending extends MendPlace {
  /** By code, which of an indicator's lines has its fields open: what stands in several lists has one set of fields. */
  open: Readonly<Record<string, string>>;
  setOpen: (code: string, line: string | null) => void;
}

const MendContext = createContext<Mending | null>(null);

/** Where the page is, for every indicator that is mended in it. */
export function MendProvider({ children, base, locale, made, forms }: MendPlace & { children: ReactNode }) {
  const [open, setLines] = useState<Mending["open"]>({});
  const value = useMemo<Mending>(
    () => ({
      ...{ base, locale, made, forms, open },
      setOpen: (code, line) => setLines((before) => ({ ...before, [code]: line ?? "" })),
    }),
    [base, locale, made, forms, open],
  );
  return <MendContext value={value}>{children}</MendContext>;
}

export function useMendPlace(): Mending {
  const place = use(MendContext);
  if (place === null) throw new Error("nothing is mended here");
  return place;
}

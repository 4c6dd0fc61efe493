"use client";

import { createContext, type ReactNode, use } from "react";
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

const MendContext = createContext<MendPlace | null>(null);

/** Where the page is, for every indicator that is mended in it. */
export function MendProvider({ children, ...place }: MendPlace & { children: ReactNode }) {
  return <MendContext value={place}>{children}</MendContext>;
}

export function useMendPlace(): MendPlace {
  const place = use(MendContext);
  if (place === null) throw new Error("nothing is mended here");
  return place;
}

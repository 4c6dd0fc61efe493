import type { ReactNode } from "react";

/** Only what isn't finished has a colour: red is late or broken, amber needs an answer, blue is coming. */
export type TagTone = "red" | "amber" | "blue" | "plain";

export function Tag({ tone = "plain", children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

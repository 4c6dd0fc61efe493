import type { ReactNode } from "react";

/** A part of a meeting's page, under its heading. */
export function MeetingPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

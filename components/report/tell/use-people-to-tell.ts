import { useState } from "react";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { PersonToTell } from "@/lib/views/report-view";

interface Asked {
  hidden: Record<string, string>;
  userId: number;
}

/**
 * Whom a comment on the form's indicator may be told to. A page that has them hands them in; else they are asked for when
 * somebody begins to write: most people who look at an indicator don't.
 * @returns null where nobody knows yet, and what asks
 */
export function usePeopleToTell({ hidden, userId }: Asked, given?: readonly PersonToTell[]) {
  const { plan, unit, period, indicator } = hidden;
  const path = `/api/reports/${plan}/${unit}/${period}/people/${indicator}`;
  const [read, setRead] = useState<{ path: string; people: readonly PersonToTell[] | null } | null>(null);
  const ask = async () => {
    if (given || read?.path === path) return;
    setRead({ path, people: null });
    try {
      const response = await fetch(path, { headers: madeFor(userId) });
      if (!response.ok) throw new Error(`${response.status}`);
      const people = (await response.json()) as PersonToTell[];
      setRead((now) => (now?.path === path ? { path, people } : now));
    } catch {
      // A comment can be written without it; the next touch asks again.
      setRead((now) => (now?.path === path ? null : now));
    }
  };
  return { people: given ?? (read?.path === path ? read.people : null), ask };
}

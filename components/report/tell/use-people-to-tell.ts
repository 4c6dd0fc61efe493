import { useCallback, useEffect, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { type KeptWords, keptWords, type WordsPlace } from "@/components/report/kept/kept-words";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { personOfField } from "@/lib/schemas/reports/entry-fields";
import type { PersonToTell } from "@/lib/views/report-view";

interface Asked {
  hidden: Record<string, string>;
  userId: number;
}

const isTell = (name: string) => personOfField(name) !== null;

/** The boxes of people who are told that are ticked among the kept words. */
export const keptTells = (words: KeptWords): string[] =>
  Object.keys(words).filter((name) => isTell(name) && words[name] === true);

/**
 * Whom a comment on the form's indicator may be told to. A page that has them hands them in; else they are asked for when
 * somebody begins to write, or had chosen some: most people who look at an indicator don't.
 * @param place where the form's words are kept
 * @param comments on the indicator: once there are others, what is kept may have been sent
 * @returns null where nobody knows yet, and what asks; whether they come, or came, later than the form, and need their place; which boxes were ticked before and aren't drawn yet
 */
export function usePeopleToTell(
  { hidden, userId }: Asked,
  place: WordsPlace,
  comments: readonly unknown[],
  given?: readonly PersonToTell[],
) {
  const { plan, unit, period, indicator } = hidden;
  const path = `/api/reports/${plan}/${unit}/${period}/people/${indicator}`;
  const [read, setRead] = useState<{ path: string; people: readonly PersonToTell[] | null } | null>(null);
  const [kept, setKept] = useState<readonly string[]>([]);
  const people = given ?? (read?.path === path ? read.people : null);
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
  const isReady = useMemoryReady();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for other words or comments alone.
  useEffect(() => {
    const memory = browserMemory();
    const ticked = isReady && memory && !given ? keptTells(keptWords(memory, place)) : [];
    setKept(ticked);
    if (ticked.length > 0) void ask();
  }, [isReady, place, comments]);
  const isUnknown = people === null;
  const isAwaited = useCallback((name: string) => isUnknown && isTell(name), [isUnknown]);
  return { people, ask, isComing: !given && read?.path === path, isAwaited, awaited: isUnknown ? kept : [] };
}

import type { PersonHere } from "@/lib/views/entry-view";

/** Who else is in the report that this page shows. A row is drawn anew only where its own people come or go. */
export interface HereStore {
  subscribe: (listener: () => void) => () => void;
  all: () => readonly PersonHere[];
  /** Names of those at an indicator. */
  at: (code: string) => readonly string[];
  set: (people: readonly PersonHere[]) => void;
}

const nobody: readonly string[] = [];

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((name, index) => name === other[index]);

const allAre = (one: readonly PersonHere[], other: readonly PersonHere[]) =>
  one.length === other.length &&
  one.every(
    ({ id, name, at }, index) => id === other[index]!.id && name === other[index]!.name && at === other[index]!.at,
  );

export function hereStore(): HereStore {
  const listeners = new Set<() => void>();
  let people: readonly PersonHere[] = [];
  let byCode = new Map<string, readonly string[]>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => people,
    at: (code) => byCode.get(code) ?? nobody,
    set: (now) => {
      if (allAre(people, now)) return;
      people = now;
      const next = new Map<string, readonly string[]>();
      for (const { at, name } of now) if (at !== null) next.set(at, [...(next.get(at) ?? []), name]);
      for (const [code, names] of next) {
        const before = byCode.get(code);
        if (before && isSame(before, names)) next.set(code, before);
      }
      byCode = next;
      for (const listener of listeners) listener();
    },
  };
}

/**
 * What stands for a person where their name has no room: the first letters of its words, and with each the vowel that Thai and
 * Lao write before its consonant. It stands here, and is short, for every sheet carries it.
 */
export const initialsOf = (name: string): string => name.replace(/([เ-ไເ-ໄ]?\S)\S*\s*/g, "$1");

/** What a key does in a review. */
export const keyActs = ["next", "previous", "accept", "query", "undo", "acceptClean", "help"] as const;
export type KeyAct = (typeof keyActs)[number];

/** The keys as they are written beside what they do. */
export const keyNames: Record<KeyAct, string> = {
  next: "J",
  previous: "K",
  accept: "A",
  query: "Q",
  undo: "U",
  acceptClean: "Shift + A",
  help: "?",
};

const byLetter: Record<string, KeyAct> = { j: "next", k: "previous", a: "accept", q: "query", u: "undo" };

type Pressed = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing">;

/**
 * What a pressed key asks for; null for nothing. On a keyboard of another script the letter is the one that stands in its
 * place: whoever types Thai or Khmer needn't switch. Caps lock isn't Shift.
 */
export function keyActOf({ key, code, shiftKey, ctrlKey, altKey, metaKey, isComposing }: Pressed): KeyAct | null {
  if (ctrlKey || altKey || metaKey || isComposing) return null;
  if (key === "?" || (shiftKey && code === "Slash")) return "help";
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "");
  if (shiftKey) return letter === "a" ? "acceptClean" : null;
  return byLetter[letter] ?? null;
}

/** The next of the codes for which it holds, around the end; null where there is none. */
export function nextOf(codes: readonly string[], from: string | null, holds: (code: string) => boolean): string | null {
  const at = from === null ? -1 : codes.indexOf(from);
  return [...codes.slice(at + 1), ...codes.slice(0, at + 1)].find(holds) ?? null;
}

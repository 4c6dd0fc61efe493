import type { Messages } from "./messages";

/** A namespace, or what stands right under one: `review`, `review.marks`. */
export type Words = { [N in keyof Messages]: N | `${N}.${keyof Messages[N] & string}` }[keyof Messages];

/** What client components of any page say. */
export const everyPage = [
  "common.cancel",
  "common.errorPrefix",
  "common.pageTitle",
  "errors",
] as const satisfies readonly Words[];

/** What is wrong with a typed figure: only a page that says what the entry form says has a field for one. */
const isOfFigures = (error: string) => /^value[A-Z]/.test(error);
const hasFigures = (words: readonly Words[]) => words.some((path) => /^(entry|room|fill)\b/.test(path));

/** These of all messages and no others: what a page sends to the browser. */
export function wordsOf(messages: Messages, words: readonly Words[]): Partial<Messages> {
  const sent: Record<string, object> = {};
  for (const path of words) {
    const [namespace, key] = path.split(".") as [keyof Messages, string | undefined];
    const all: Record<string, unknown> = messages[namespace];
    sent[namespace] = key === undefined ? all : { ...sent[namespace], [key]: all[key] };
  }
  if (sent.errors && !hasFigures(words))
    sent.errors = Object.fromEntries(Object.entries(sent.errors).filter(([key]) => !isOfFigures(key)));
  return sent as Partial<Messages>;
}

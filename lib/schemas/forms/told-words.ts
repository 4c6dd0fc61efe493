import type { Message } from "./form-state";
import { unsafeWords } from "./unsafe-words";
import { warnedWords } from "./warned-words";

/** What is told of words beside their field, while they are written: what will be refused, and what is to be looked at. */
export function toldWords(written: string): Message[] {
  const unsafe = unsafeWords(written);
  const warned = warnedWords(written);
  return [
    ...(unsafe ? [unsafe] : []),
    ...(warned ? [{ key: "wordsToLookAt", args: { ...warned.args, how: "beside" } }] : []),
  ];
}

import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import { onceEach } from "@/lib/i18n/once-each";

/** What a compiled text mustn't hold alone: the server would read it as a message again, and find other things in it. */
const isSyntax = /[{}<>#|']/;

/**
 * A message as it is said without reading its syntax: the browser gets these, for the reader of the syntax is 10 KB on every
 * page. There are as many as there are messages, and what a site says of itself.
 */
export const compiledMessage = onceEach((message: string): CompiledMessage => {
  const compiled = compiledOr(message);
  if (typeof compiled === "string") return isSyntax.test(compiled) ? [compiled] : compiled;
  // React sends no object without a prototype, and branches are such.
  return JSON.parse(JSON.stringify(compiled));
});

/** What is no message, as a text of the site might be, stands as it is written: no page fails for it. */
function compiledOr(message: string): CompiledMessage {
  try {
    return compile(message);
  } catch {
    return message;
  }
}

type Tree = { [key: string]: string | Tree };

/** All messages of a tree, compiled. */
export const compiledMessages = <Words extends object>(words: Words): Words =>
  Object.fromEntries(
    Object.entries(words as Tree).map(([key, message]) => [
      key,
      typeof message === "string" ? compiledMessage(message) : compiledMessages(message),
    ]),
  ) as Words;

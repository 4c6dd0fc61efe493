import type { createTranslator, NamespaceKeys, NestedKeyOf } from "use-intl/core";
import * as english from "./messages/en";
import { onceEach } from "./once-each";
import { type Locale, spokenLocale } from "./routing";

/** English is complete, so its shape is the shape of all messages. */
export type Messages = typeof english;

/** The messages of a namespace, ready to be said, wherever they come from: a component's, a request's, a publication's. */
export type TranslatorOf<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>> = ReturnType<
  typeof createTranslator<Messages, Namespace>
>;

/** A tree of messages; a language other than English may lack any branch or leaf. */
interface MessageTree {
  [key: string]: string | MessageTree;
}

const loaders: Record<Exclude<Locale, "en">, () => Promise<MessageTree>> = {
  km: async () => ({ ...(await import("./messages/km")) }),
  lo: async () => ({ ...(await import("./messages/lo")) }),
  my: async () => ({ ...(await import("./messages/my")) }),
  th: async () => ({ ...(await import("./messages/th")) }),
  vi: async () => ({ ...(await import("./messages/vi")) }),
  zh: async () => ({ ...(await import("./messages/zh")) }),
};

/** All messages of a page, in the language in which it really speaks. */
export const messagesOf = (locale: Locale): Promise<Messages> => messagesIn(spokenLocale(locale));

/** All messages of a language; what it lacks is English, key by key. Every language has what a publication says. */
export const messagesIn = onceEach(async (language: Locale): Promise<Messages> => {
  if (language === "en") return { ...english };
  return overEnglish({ ...english }, await loaders[language]()) as Messages;
});

export function overEnglish(base: MessageTree, own: MessageTree): MessageTree {
  const merged = { ...base };
  for (const [key, message] of Object.entries(own)) {
    const under = merged[key];
    if (typeof message === "string") {
      if (message !== "") merged[key] = message;
    } else {
      merged[key] = overEnglish(typeof under === "object" ? under : {}, message);
    }
  }
  return merged;
}

import * as english from "./messages/en";
import { type Locale, spokenLocale, type TranslatedLocale } from "./routing";

/** English is complete, so its shape is the shape of all messages. */
export type Messages = typeof english;

/** A tree of messages; a language other than English may lack any branch or leaf. */
interface MessageTree {
  [key: string]: string | MessageTree;
}

const loaders: Record<Exclude<TranslatedLocale, "en">, () => Promise<MessageTree>> = {
  th: async () => ({ ...(await import("./messages/th")) }),
};

/** All messages of a language; what it lacks is English, key by key. */
export async function messagesOf(locale: Locale): Promise<Messages> {
  const spoken = spokenLocale(locale);
  if (spoken === "en") return { ...english };
  return overEnglish({ ...english }, await loaders[spoken]()) as Messages;
}

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

// Past next-intl, whose entry loads React: mail is worded outside of pages.
import { createTranslator } from "use-intl/core";
import { formatsIn } from "./formats";
import { type Messages, messagesIn } from "./messages";
import { momentsIn } from "./moments";
import type { Locale } from "./routing";
import { siteTimeZone } from "./site-time-zone";

/**
 * What it takes to word a mail in one of the seven languages.
 * @param name of the site; empty where it has none of its own
 */
export async function mailWords(language: Locale, name: string) {
  const formats = formatsIn(language);
  // The types know the product's languages alone; a tag also says in which digits messages write numbers.
  const locale = formats.tag as Locale;
  const messages: Messages = await messagesIn(language);
  return {
    t: createTranslator({ locale, messages, namespace: "mail" }),
    site: name || messages.common.product,
    formats,
    moments: momentsIn(language, siteTimeZone()),
  };
}

export type MailWords = Awaited<ReturnType<typeof mailWords>>;

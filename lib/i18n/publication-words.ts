// Past next-intl, whose entry loads React: publications are worded outside of pages too.
import { createTranslator } from "use-intl/core";
import { wordingFrom } from "./figure-wording";
import { type Formats, formatsIn } from "./formats";
import { languageApartFrom } from "./language-of";
import { type Messages, messagesIn } from "./messages";
import type { Locale } from "./routing";
import { naming } from "./unit-naming";

/** What it takes to word a publication in one of the seven languages, outside of any request. */
export async function publicationWords(language: Locale) {
  const messages = await messagesIn(language);
  const formats: Formats = formatsIn(language);
  // The types know the product's languages alone; a tag also says in which digits messages write numbers.
  const locale = formats.tag as Locale;
  const t = createTranslator<Messages>({ locale, messages });
  return {
    language,
    t,
    formats,
    wording: wordingFrom(createTranslator({ locale, messages, namespace: "public.figure" }), formats.tag),
    unit: naming(createTranslator({ locale, messages, namespace: "unit" })),
    /** A text of the framework or of a country, with its language where that isn't the publication's. */
    text: (text: string) => {
      const lang = languageApartFrom(language, text);
      return lang === undefined ? text : { text, lang };
    },
  };
}
export type PublicationWords = Awaited<ReturnType<typeof publicationWords>>;

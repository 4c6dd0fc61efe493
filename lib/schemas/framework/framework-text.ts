import { z } from "zod";
import { readableText } from "@/lib/schemas/forms/clean-text";

/** Languages a framework may be written in beside English, which is required. */
export const translationLocales = ["km", "lo", "my", "th", "vi", "zh"] as const;
export type TranslationLocale = (typeof translationLocales)[number];

/** Words in English, complete, and in other languages as far as they were translated. */
export type Texts<T> = { en: T } & Partial<Record<TranslationLocale, Partial<T>>>;

/** One paragraph. Line breaks inside come from the file's own wrapping, so they are refused rather than guessed at. */
export const text = (max: number) =>
  z
    .string()
    .min(1, "is empty")
    .max(max, `is longer than ${max} characters`)
    .regex(/^\S(?:[^\n]*\S)?$/, "starts or ends with a space, or has a line break")
    .refine((words) => readableText(words) === words.normalize("NFC"), "has a character that nobody sees");

/** The keys `km`, `lo`, `my`, `th`, `vi` and `zh`, each with the given texts. */
export const translations = <T extends z.ZodType>(texts: T) => {
  const one = texts.optional();
  return { km: one, lo: one, my: one, th: one, vi: one, zh: one };
};

/** Puts the English texts and the translations that a file gave beside each other. */
export function textsOf<T>(en: T, from: Partial<Record<TranslationLocale, Partial<T>>>): Texts<T> {
  const texts: Texts<T> = { en };
  for (const locale of translationLocales) {
    const translation = from[locale];
    if (translation) Object.assign(texts, { [locale]: translation });
  }
  return texts;
}

const nodeTexts = { title: text(200), shortTitle: text(40), description: text(600) };

/** Title, optional short title and description of a pillar, goal, outcome or output, with translations. */
export const nodeTextFields = {
  title: nodeTexts.title,
  shortTitle: nodeTexts.shortTitle.or(z.literal("")).default(""),
  description: nodeTexts.description.or(z.literal("")).default(""),
  ...translations(z.strictObject(nodeTexts).partial()),
};

import { useTranslations } from "next-intl";
import { toldWords } from "@/lib/schemas/forms/told-words";
import { Notice } from "./notice";

/**
 * What words hold that may say of whom they speak, for whoever decides whether others read them: by the rule that their author
 * was told of, and perhaps ticked away.
 * @param words each text apart, so that no word of one stands beside one of another; empty ones are left out
 * @param more what else is to be looked at, in sentences
 */
export function WordsToCheck({ words, more = [] }: { words: readonly string[]; more?: readonly string[] }) {
  const t = useTranslations("common");
  const errors = useTranslations("errors");
  const told = words.filter(Boolean).flatMap(toldWords);
  const sentences = [...told.map(({ key, args }) => errors(key as Parameters<typeof errors>[0], args)), ...more];
  if (sentences.length === 0) return null;
  return (
    <Notice tone="warning" title={t("wordsToCheck")}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

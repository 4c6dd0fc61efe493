import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { WordsToLookAt } from "@/lib/views/free-text/words-to-look-at";

/** Words of a report that may say of whom they speak, each with its place: whoever reads it looks at them before others do. */
export function ListOfWords({
  words,
  hrefOf,
}: {
  words: readonly WordsToLookAt[];
  hrefOf: (place: WordsToLookAt["place"]) => string;
}) {
  const t = useTranslations("common");
  const errors = useTranslations("errors");
  const entry = useTranslations("entry");
  if (words.length === 0) return null;
  return (
    <div className="mt-4" id="words">
      <Notice tone="warning" title={t("wordsToLookAt", { count: words.length })}>
        <ul>
          {words.map(({ place, told }) => {
            const href = hrefOf(place);
            return (
              <li key={href} className="wrap-anywhere">
                <a href={href}>
                  {"indicator" in place
                    ? place.indicator
                    : `${place.pillar}, ${entry("narrativeKind", { kind: place.kind })}`}
                </a>
                {": "}
                {told.map(({ key, args }) => errors(key as Parameters<typeof errors>[0], args)).join(" ")}
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

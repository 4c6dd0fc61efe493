"use client";

import { useTranslations } from "next-intl";
import { type FormAction, KeptForm } from "@/components/observations/kept/kept-form";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/fields/textarea";
import { longestTranslation } from "@/lib/domain/commitments/recommendation";
import { publicationLanguages } from "@/lib/domain/publication";
import { nativeNames } from "@/lib/i18n/routing";
import { translationField } from "@/lib/schemas/commitments/translation-field";
import type { TranslatingView } from "@/lib/views/commitments/recommendation-view";

/** What a recommendation says in each language but its own, behind its name; what stands there now can be put right. */
export function TranslationsForm({
  translating: { said, words: present },
  ...form
}: {
  translating: TranslatingView;
  hidden: Record<string, string | number>;
  here: string;
  words: WordsPlace;
  action: FormAction;
}) {
  const t = useTranslations("youth.translate");
  return (
    <KeptForm {...form} behind={t("behind")}>
      {({ standing, errorOf, sending, lookedAt }) => (
        <>
          <p className="note">{t("lead")}</p>
          {publicationLanguages
            .filter((language) => language !== said.language)
            .map((language) => {
              const field = translationField(language);
              return (
                <Textarea
                  key={language}
                  id={field}
                  name={field}
                  rows={3}
                  lang={language}
                  maxLength={longestTranslation}
                  label={<span lang={language}>{nativeNames[language]}</span>}
                  error={errorOf(field)}
                  defaultValue={standing(field, present.find((each) => each.language === language)?.body)}
                />
              );
            })}
          {lookedAt}
          <div className="actions">
            <Button look="main" type="submit" aria-disabled={sending}>
              {t("save")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type FormAction, useMeetingForm } from "@/components/meetings/use-meeting-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { type PublicationLanguage, publicationLanguages } from "@/lib/domain/publication";
import { nativeNames } from "@/lib/i18n/routing";

/** Has papers made, in one of the languages of publications. */
export function MakeInLanguage({
  hidden,
  action,
  language,
  words,
}: {
  hidden: Record<string, string | number>;
  action: FormAction;
  /** What is chosen at first. */
  language: PublicationLanguage;
  words: { language: string; make: string; working: string };
}) {
  const errors = useTranslations("errors");
  const { send, sending, summary, errorOf, standing } = useMeetingForm(action, "commandUnanswered");
  return (
    <form action={send} noValidate className="mt-4">
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id="language"
        name="language"
        label={words.language}
        className="narrow-field"
        error={errorOf("language")}
        defaultValue={standing("language", language)}
        options={publicationLanguages.map((each) => ({ value: each, label: nativeNames[each] }))}
      />
      <div className="actions">
        <Button type="submit" aria-disabled={sending}>
          {sending ? words.working : words.make}
        </Button>
      </div>
    </form>
  );
}

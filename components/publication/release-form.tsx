"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import type { NameableVersion } from "@/lib/views/results-plan";

const texts = [
  { name: "title", label: "name", hint: "nameHint", isLong: false },
  { name: "code", label: "code", hint: "codeHint", isLong: false },
  { name: "notes", label: "notes", hint: "notesHint", isLong: true },
  { name: "titleTh", label: "titleTh", hint: "thHint", isLong: false },
  { name: "notesTh", label: "notesTh", hint: "thHint", isLong: true },
] as const;

/** Gives a results version its name, address and words. */
export function ReleaseForm({
  locale,
  plan,
  versions,
  action,
}: {
  locale: Locale;
  plan: string;
  versions: readonly NameableVersion[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("publications.release");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  const { day } = formatsOf(locale);
  const fieldOf = (name: string) => ({ id: name, name, error: errorOf(name), defaultValue: enteredOr(state, name) });
  return (
    <form action={send} noValidate>
      <PageTitle title={t("title")} refused={state?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="locale" value={locale} />
      <Select
        {...fieldOf("version")}
        label={t("version")}
        options={versions.map(({ version, subject, ...row }) => ({
          value: String(version),
          label: t("versionOf", { version, day: day(row.day), subject }),
        }))}
      />
      {texts.map(({ name, label, hint, isLong }) =>
        isLong ? (
          <Textarea key={name} {...fieldOf(name)} rows={3} maxLength={longestRemark} label={t(label)} hint={t(hint)} />
        ) : (
          <TextField key={name} {...fieldOf(name)} maxLength={200} label={t(label)} hint={t(hint)} autoComplete="off" />
        ),
      )}
      <LookedAtBox state={state} />
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {sending ? t("working") : t("confirm")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { replyClockLimits } from "@/lib/domain/commitments/reply-clocks";
import { longestSiteText } from "@/lib/domain/site-settings";
import { type Locale, locales, nativeNames } from "@/lib/i18n/routing";
import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import type { SiteSettingsView } from "@/lib/views/site/site-settings-view";

/** All settings of the site in one form, saved together. */
export function SiteSettingsForm({
  settings,
  locale,
  isSaved,
  isLogoRefused,
  action,
}: {
  settings: SiteSettingsView;
  /** Of the page. */
  locale: string;
  /** The page follows a change of theirs. */
  isSaved: boolean;
  /** It follows a picture that was refused, which the page's title says. */
  isLogoRefused: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("settings");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, { unanswered: "commandUnanswered" });
  const { summary, errorOf } = useProblems(state);
  const isRefused = state?.ok === false;
  const field = (name: string, present: string) => ({
    id: name,
    name,
    error: errorOf(name),
    defaultValue: isRefused ? enteredOr(state, name) : present,
  });
  const inLanguage = (what: string, language: Locale) => (
    <span>{t("inLanguage", { what, language: nativeNames[language] })}</span>
  );
  return (
    <form action={send} noValidate>
      <PageTitle title={t("title")} refused={isRefused || (state === null && isLogoRefused)} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {isSaved && state === null && (
        <Notice tone="ok" live>
          <p>{t("saved")}</p>
        </Notice>
      )}
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="rowVersion" value={settings.rowVersion} />
      <section className="block" aria-labelledby="site">
        <h2 id="site">{t("site")}</h2>
        <p className="note">{t("nameHint")}</p>
        {locales.map((language) => (
          <TextField
            key={language}
            {...field(`name_${language}`, settings.texts.name[language] ?? "")}
            label={inLanguage(t("name"), language)}
            lang={language}
            maxLength={longestSiteText.name}
          />
        ))}
        <Select
          {...field("defaultLocale", settings.defaultLocale ?? "")}
          label={t("defaultLocale")}
          hint={t("defaultLocaleHint")}
          empty={t("english")}
          options={locales.map((value) => ({ value, label: nativeNames[value] }))}
        />
        <Select
          {...field("defaultPlan", settings.defaultPlan ?? "")}
          label={t("defaultPlan")}
          empty={t("firstPlan")}
          options={settings.plans.map(({ code, title }) => ({ value: code, label: title }))}
        />
      </section>
      <section className="block" aria-labelledby="clock">
        <h2 id="clock">{t("clock")}</h2>
        <Select
          {...field("timeZone", settings.timeZone ?? "")}
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          empty={t("environmentTimeZone", { zone: settings.environmentTimeZone })}
          options={settings.timeZones.map((zone) => ({ value: zone, label: zone }))}
        />
      </section>
      <section className="block" aria-labelledby="notice">
        <h2 id="notice">{t("notice")}</h2>
        <p className="note">{t("noticeHint")}</p>
        {locales.map((language) => (
          <Textarea
            hasContacts
            key={language}
            {...field(`notice_${language}`, settings.texts.notice[language] ?? "")}
            label={inLanguage(t("notice"), language)}
            lang={language}
            rows={2}
            maxLength={longestSiteText.notice}
          />
        ))}
        <Checkbox
          name="noticeForAll"
          label={t("noticeForAll")}
          defaultChecked={isRefused ? enteredOr(state, "noticeForAll") === "on" : settings.noticeForAll}
        />
      </section>
      <section className="block" aria-labelledby="sessions">
        <h2 id="sessions">{t("sessions")}</h2>
        <TextField
          {...field("sessionHours", String(settings.sessionHours))}
          label={t("sessionHours")}
          hint={t("sessionHoursHint")}
          inputMode="numeric"
        />
        <TextField
          {...field("idleMinutes", String(settings.idleMinutes))}
          label={t("idleMinutes")}
          hint={t("idleMinutesHint")}
          inputMode="numeric"
        />
        <div className="mt-6">
          <Checkbox
            name="twoStepRequired"
            label={t("twoStepRequired")}
            aria-describedby="twoStepRequired-hint"
            defaultChecked={isRefused ? enteredOr(state, "twoStepRequired") === "on" : settings.twoStepRequired}
          />
          <p className="note" id="twoStepRequired-hint">
            {t("twoStepRequiredHint")}
          </p>
        </div>
      </section>
      <section className="block" aria-labelledby="clocks">
        <h2 id="clocks">{t("clocks")}</h2>
        <p className="note">{t("clocksHint")}</p>
        {(["replyDays", "safetyCheckDays"] as const).map((name) => (
          <TextField
            key={name}
            {...field(name, String(settings[name]))}
            label={t(name)}
            hint={t(`${name}Hint`, replyClockLimits[name])}
            inputMode="numeric"
          />
        ))}
      </section>
      <div className="actions">
        <Button look="main" type="submit" aria-disabled={sending}>
          {t(sending ? "saving" : "save")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type FormAction, KeptForm } from "@/components/observations/kept/kept-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { PageTitle } from "@/components/ui/page-title";
import { youthAges, youthSexes } from "@/lib/domain/commitments/recommendation";
import { forumCountField } from "@/lib/schemas/commitments/forum-fields";
import type { DirectedForumFormView } from "@/lib/views/commitments/forum-form-view";

/** Who came to a forum, by counts alone, and who answers for them: a country at a time. */
export function ForumForm({
  title,
  view: { theme, organisers, safeguarding, organisations, countries, counts },
  ...form
}: {
  title: string;
  view: DirectedForumFormView;
  hidden: Record<string, string | number>;
  here: string;
  action: FormAction;
}) {
  const t = useTranslations("youth");
  return (
    <KeptForm {...form} words={null}>
      {({ standing, errorOf, isRefused, sending, lookedAt }) => (
        <>
          <PageTitle title={title} refused={isRefused} />
          <TextField
            id="theme"
            name="theme"
            maxLength={300}
            label={t("forum.theme")}
            hint={t("forum.themeHint")}
            error={errorOf("theme")}
            defaultValue={standing("theme", theme)}
          />
          <TextField
            id="organisers"
            name="organisers"
            maxLength={300}
            label={t("forum.organisers")}
            hint={t("forum.organisersHint")}
            error={errorOf("organisers")}
            defaultValue={standing("organisers", organisers)}
          />
          <Select
            id="safeguarding"
            name="safeguarding"
            label={t("forum.safeguarding")}
            error={errorOf("safeguarding")}
            defaultValue={standing("safeguarding", safeguarding === null ? "" : String(safeguarding))}
            empty={t("forum.safeguardingNone")}
            options={organisations.map(({ id, name, isArchived }) => ({
              value: String(id),
              label: isArchived ? t("forum.safeguardingArchived", { name }) : name,
            }))}
          />
          <fieldset className="field mt-6">
            <legend>{t("forum.counts")}</legend>
            <div className="help">{t("forum.countsHint")}</div>
            {countries.map(({ code, name }) => {
              const fields = youthAges.flatMap((age) =>
                youthSexes.map((sex) => ({ age, sex, field: forumCountField(code, sex, age) })),
              );
              return (
                <details key={code} className="more" open={fields.some(({ field }) => errorOf(field) !== null)}>
                  <summary>{name}</summary>
                  {fields.map(({ age, sex, field }) => (
                    <TextField
                      key={field}
                      id={field}
                      name={field}
                      label={`${t(`sex.${sex}`)}, ${t(`age.${age}`)}`}
                      error={errorOf(field)}
                      defaultValue={standing(field, counts[field])}
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={3}
                    />
                  ))}
                </details>
              );
            })}
          </fieldset>
          {lookedAt}
          <div className="actions">
            <Button look="main" type="submit" aria-disabled={sending}>
              {t("forum.save")}
            </Button>
          </div>
        </>
      )}
    </KeptForm>
  );
}

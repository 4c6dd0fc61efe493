"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { type FormAction, useMeetingForm } from "./use-meeting-form";

/** Says which country chairs the process in a year. */
export function ChairForm({
  countries,
  hidden,
  action,
}: {
  countries: readonly { code: string; name: string }[];
  hidden: Record<string, string>;
  action: FormAction;
}) {
  const t = useTranslations("meetings.chairForm");
  const errors = useTranslations("errors");
  const { send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action);
  return (
    <details className="more" open={isRefused}>
      <summary>{t("open")}</summary>
      <form action={send} noValidate>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          id="chairYear"
          name="chairYear"
          inputMode="numeric"
          maxLength={4}
          label={t("year")}
          error={errorOf("chairYear")}
          defaultValue={standing("chairYear")}
        />
        <Select
          id="chair"
          name="chair"
          label={t("country")}
          error={errorOf("chair")}
          defaultValue={standing("chair")}
          empty={t("none")}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("saving") : t("save")}
          </Button>
        </div>
      </form>
    </details>
  );
}

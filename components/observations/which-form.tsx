import { useLocale, useTranslations } from "next-intl";
import { useSubjectWords } from "@/components/observations/subject-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { AddressForm } from "@/components/ui/forms/address-form";
import { formatsOf } from "@/lib/i18n/formats";
import type { ObservationFormView } from "@/lib/views/commitments/observation-view";
import { subjectText } from "@/lib/views/commitments/subject-view";

/** Asks which country and period a new observation is about; the answer stands in the address. */
export function WhichForm({ view: { units, periods, asked }, back }: { view: ObservationFormView; back: string }) {
  const t = useTranslations("observations.form");
  const common = useTranslations("common");
  const subjects = useSubjectWords();
  const { period: nameOf } = formatsOf(useLocale());
  const about = subjectText(asked.subject, null, subjects);
  return (
    <AddressForm>
      <p className="mb-3">{t("whichLead")}</p>
      {about && <p className="lead mb-3 wrap-anywhere">{about}</p>}
      {asked.subject.of !== "unit" && <input type="hidden" name={asked.subject.of} value={asked.subject.code} />}
      <Select
        id="unit"
        name="unit"
        label={t("unit")}
        defaultValue={asked.unit ?? (units.length === 1 ? units[0]!.code : "")}
        empty={t("unitEmpty")}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <Select
        id="period"
        name="period"
        label={t("period")}
        defaultValue={asked.period ?? ""}
        empty={t("periodEmpty")}
        options={periods.map((code) => ({ value: code, label: nameOf(code) }))}
        required
      />
      <div className="actions">
        <ButtonLink href={back}>{common("cancel")}</ButtonLink>
        <Button look="main" type="submit">
          {t("next")}
        </Button>
      </div>
    </AddressForm>
  );
}

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { AddressForm } from "@/components/ui/forms/address-form";
import type { ObservationFormView } from "@/lib/views/commitments/observation-view";

/** Asks which country and period a new observation is about; the answer stands in the address. */
export function WhichForm({ view: { units, periods, asked }, back }: { view: ObservationFormView; back: string }) {
  const t = useTranslations("observations.form");
  const common = useTranslations("common");
  return (
    <AddressForm>
      <p>{t("whichLead")}</p>
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
        options={periods.map((code) => ({ value: code, label: code }))}
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

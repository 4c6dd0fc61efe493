import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { AddressForm } from "@/components/ui/forms/address-form";
import { observationKinds } from "@/lib/domain/commitments/observation";
import { type ObservationsFilter, publicStates } from "@/lib/schemas/addresses/observations-filter";
import type { ObservationsPageView } from "@/lib/views/commitments/public-observation";

/** A plain form: the choice stands in the address, and works without a script. */
export function ObservationsForm({
  view,
  filter,
  action,
}: {
  view: ObservationsPageView;
  filter: ObservationsFilter;
  action: string;
}) {
  const t = useTranslations("publicObservations");
  const names = useTranslations("observations");
  return (
    <AddressForm className="filter-form" action={action} aria-label={t("filter")}>
      <Select
        id="country"
        name="country"
        label={t("unit")}
        empty={t("anyUnit")}
        defaultValue={filter.country ?? ""}
        options={view.units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        id="about"
        name="about"
        label={t("subject")}
        empty={t("anySubject")}
        defaultValue={filter.about ?? ""}
        options={view.subjects.map(({ code, title }) => ({
          value: code,
          label: t("subjectOf", { code, title }).trim(),
        }))}
      />
      <Select
        id="kind"
        name="kind"
        label={t("kind")}
        empty={t("anyKind")}
        defaultValue={filter.kind ?? ""}
        options={observationKinds.map((value) => ({ value, label: names(`kind.${value}`) }))}
      />
      <Select
        id="state"
        name="state"
        label={t("state")}
        empty={t("anyState")}
        defaultValue={filter.state ?? ""}
        options={publicStates.map((value) => ({ value, label: t(`stateWord.${value}`) }))}
      />
      <Button type="submit">{t("show")}</Button>
    </AddressForm>
  );
}

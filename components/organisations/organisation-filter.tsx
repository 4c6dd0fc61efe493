import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { Select } from "@/components/ui/fields/select";
import { AddressForm } from "@/components/ui/forms/address-form";
import { type OrganisationKind, organisationKinds } from "@/lib/domain/permissions";

/** Which organisations are listed; it stands in the address, also where no script runs. */
export function OrganisationFilter({
  kind,
  archived,
  table,
}: {
  kind: OrganisationKind | null;
  archived: boolean;
  /** What the address asks of the table, which stays. */
  table: URLSearchParams;
}) {
  const t = useTranslations("organisations");
  return (
    <AddressForm className="filter-form" aria-label={t("list.filter")}>
      {[...table].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id="kind"
        name="kind"
        label={t("kindHead")}
        defaultValue={kind ?? ""}
        empty={t("list.allKinds")}
        options={organisationKinds.map((kind) => ({ value: kind, label: t("kind", { kind }) }))}
      />
      <Checkbox label={t("list.withArchived")} name="archived" value="on" defaultChecked={archived} />
      <Button type="submit">{t("list.show")}</Button>
    </AddressForm>
  );
}

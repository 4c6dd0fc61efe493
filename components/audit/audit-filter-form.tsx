import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { AddressForm } from "@/components/ui/forms/address-form";
import type { AuditFilter } from "@/lib/schemas/addresses/audit-filter";
import type { AuditPageView } from "@/lib/views/site/audit-view";

/** Which events are shown; it stands in the address, also where no script runs. */
export function AuditFilterForm({
  filter,
  view: { plans, units },
  actions,
  here,
}: {
  filter: AuditFilter;
  view: AuditPageView;
  /** Every action, with its words, in their order. */
  actions: readonly { value: string; label: string }[];
  here: string;
}) {
  const t = useTranslations("audit.filter");
  const options = (rows: readonly { id: number; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <AddressForm className="filter-form" aria-label={t("title")}>
      <TextField
        id="person"
        name="person"
        label={t("person")}
        defaultValue={filter.person}
        maxLength={100}
        autoComplete="off"
      />
      <Select
        id="plan"
        name="plan"
        label={t("plan")}
        defaultValue={String(filter.plan ?? "")}
        empty={t("anyPlan")}
        options={[...options(plans), { value: "none", label: t("noPlan") }]}
      />
      <Select
        id="unit"
        name="unit"
        label={t("unit")}
        defaultValue={String(filter.unit ?? "")}
        empty={t("anyUnit")}
        options={options(units)}
      />
      <Select
        id="action"
        name="action"
        label={t("action")}
        defaultValue={filter.action ?? ""}
        empty={t("anyAction")}
        options={actions}
      />
      <TextField id="from" name="from" type="date" label={t("from")} defaultValue={filter.from ?? ""} />
      <TextField id="until" name="until" type="date" label={t("until")} defaultValue={filter.until ?? ""} />
      <Button type="submit">{t("show")}</Button>
      <ButtonLink look="text" href={here}>
        {t("all")}
      </ButtonLink>
    </AddressForm>
  );
}

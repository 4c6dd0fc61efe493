import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { AuditFilter } from "@/lib/schemas/addresses/audit-filter";

/** Takes what is shown out as a file. It is sent, for it leaves an event behind. */
export function AuditExport({ filter, locale, most }: { filter: AuditFilter; locale: string; most: number }) {
  const t = useTranslations("audit.export");
  return (
    <form method="post" action="/api/audit/export" className="mt-6">
      {Object.entries({ ...filter, locale }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ""} />
      ))}
      <p className="note">{t("lead", { most })}</p>
      <div className="actions">
        <Button type="submit">
          <Icon name="download" />
          {t("command")}
        </Button>
      </div>
    </form>
  );
}

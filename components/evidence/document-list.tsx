import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import type { SiteDocument } from "@/lib/views/site/site-document";

/** Documents of this site, for whoever has no script: the page comes again with the chosen one in the form for a link. */
export function DocumentList({
  documents,
  chosen,
  from,
}: {
  documents: readonly SiteDocument[];
  chosen: SiteDocument | null;
  /** Where the page leads back to, which stays in its address. */
  from?: string | null;
}) {
  const t = useTranslations("sourceFiles.evidence.link.document");
  if (documents.length === 0) return <p className="note">{t("none")}</p>;
  return (
    <form action="#evidence">
      {from && <input type="hidden" name="from" value={from} />}
      <Select
        id="documents"
        name="documents"
        label={t("label")}
        empty={t("choose")}
        defaultValue={chosen?.key ?? ""}
        options={documents.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <div className="actions">
        <Button type="submit">{t("fill")}</Button>
      </div>
    </form>
  );
}

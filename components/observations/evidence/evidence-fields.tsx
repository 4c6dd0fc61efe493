"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/fields/text-field";
import type { EvidenceLink } from "@/lib/views/commitments/observation-view";
import type { Fields } from "../kept/kept-form";

/** Where it can be read: a title and a link, or neither. */
export function EvidenceFields({
  fields: { standing, errorOf, idOf },
  stored = null,
  hint,
}: {
  fields: Pick<Fields, "standing" | "errorOf" | "idOf">;
  stored?: EvidenceLink | null;
  hint: string;
}) {
  const t = useTranslations("observations.evidence");
  return (
    <>
      <TextField
        id={idOf("evidenceTitle")}
        name="evidenceTitle"
        maxLength={200}
        label={t("linkTitle")}
        error={errorOf("evidenceTitle")}
        defaultValue={standing("evidenceTitle", stored?.title)}
      />
      <TextField
        id={idOf("evidenceUrl")}
        name="evidenceUrl"
        type="url"
        label={t("url")}
        hint={hint}
        error={errorOf("evidenceUrl")}
        defaultValue={standing("evidenceUrl", stored?.url)}
      />
    </>
  );
}

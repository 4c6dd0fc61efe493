"use client";

import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** Who enters the indicator, and who changed it last. */
export function WhoCell({ indicator: { who } }: { indicator: EntryIndicator }) {
  const t = useTranslations("entryForm.sheet");
  const personName = usePersonName();
  const { assigned, changedBy } = who;
  return (
    <span className="one-line">
      {[...assigned.map(personName), ...(changedBy ? [t("changedBy", { by: personName(changedBy) })] : [])].join("; ")}
    </span>
  );
}

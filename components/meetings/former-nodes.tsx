"use client";

import { useTranslations } from "next-intl";
import { Checkboxes } from "@/components/ui/fields/checkboxes";
import type { FormerNode } from "@/lib/views/commitments/former-node";
import type { Fields, Ticked } from "./use-meeting-form";

/** What something is about besides its codes, although the present framework doesn't have it: it stays as long as it is ticked. */
export function FormerNodes({
  name,
  nodes,
  className,
  ticked,
  errorOf,
}: Pick<Fields, "errorOf"> & { name: string; nodes: readonly FormerNode[]; className?: string; ticked: Ticked }) {
  const t = useTranslations("common.formerNodes");
  if (nodes.length === 0) return null;
  return (
    <Checkboxes
      id={name}
      name={name}
      className={className}
      label={t("label")}
      hint={t("hint")}
      error={errorOf(name)}
      chosen={ticked(
        name,
        nodes.map(({ id }) => String(id)),
      )}
      options={nodes.map(({ id, code, title }) => ({ value: String(id), label: t("node", { code, title }) }))}
    />
  );
}

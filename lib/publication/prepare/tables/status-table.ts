import type { TableBlock } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";
import { isShownReason, type ShownStatus } from "@/lib/views/shown-status";

/** What statuses mean. */
export const statusTable = (
  { words: { t } }: Pick<Preparing, "words">,
  id: string,
  caption: string,
  statuses: readonly ShownStatus[],
): TableBlock => ({
  kind: "table",
  id,
  caption,
  look: "plain",
  note: null,
  columns: [
    { name: t("about.method.status"), align: "start", width: 4 },
    { name: t("about.method.meaning"), align: "start", width: 9 },
  ],
  rows: statuses.map((status) => ({
    kind: "cells",
    cells: [
      { text: "", status },
      {
        text: isShownReason(status) ? t(`publication.status.${status}`) : t(`status.meaning.${status}`),
      },
    ],
  })),
});

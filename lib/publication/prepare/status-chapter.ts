import { shownStatuses } from "@/lib/charts/shown-status";
import type { Chapter, TableBlock } from "../document";
import type { Preparing } from "./context";
import { scopeOf } from "./findings-chapter";
import { headingsOf, heatTable } from "./heat-table";

/** The heat map: every indicator's status by country and for the region, and what the statuses mean. */
export function statusChapter(preparing: Preparing): Chapter {
  const { words, period } = preparing;
  const { t } = words;
  return {
    id: "status",
    title: t("publication.status.title", { period }),
    kicker: null,
    pillar: null,
    blocks: [{ kind: "paragraph", text: t("publication.status.lead") }, statusKey(preparing), statusHeat(preparing)],
  };
}

function statusHeat(preparing: Preparing): TableBlock {
  const view = scopeOf(preparing);
  return heatTable(preparing, view.countries, headingsOf(view));
}

/** What each square means. */
function statusKey({ words: { t } }: Preparing): TableBlock {
  return {
    kind: "table",
    id: "status-key",
    caption: t("publication.status.key"),
    look: "plain",
    columns: [
      { name: t("about.method.status"), align: "start", width: 3 },
      { name: t("about.method.meaning"), align: "start", width: 9 },
    ],
    rows: shownStatuses.map((status) => ({
      kind: "cells",
      cells: [
        { text: "", status },
        {
          text:
            status === "suppressed" || status === "noValue"
              ? t(`publication.status.${status}`)
              : t(`status.meaning.${status}`),
        },
      ],
    })),
    note: null,
  };
}

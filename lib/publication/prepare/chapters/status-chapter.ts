import type { Chapter, TableBlock } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";
import { headingsOf, heatTable } from "@/lib/publication/prepare/tables/heat-table";
import { statusTable } from "@/lib/publication/prepare/tables/status-table";
import { statusesIn } from "@/lib/views/shown-status";
import { scopeOf } from "./findings-chapter";

/** The heat map: every indicator's status by country and for the region, and what the statuses mean. */
export function statusChapter(preparing: Preparing): Chapter {
  const { words, period } = preparing;
  const { t } = words;
  const key = statusTable(preparing, "status-key", t("publication.status.key"), statusesIn(preparing.views.regional));
  return {
    id: "status",
    title: t("publication.status.title", { period }),
    kicker: null,
    pillar: null,
    blocks: [{ kind: "paragraph", text: t("publication.status.lead") }, key, statusHeat(preparing)],
  };
}

function statusHeat(preparing: Preparing): TableBlock {
  const view = scopeOf(preparing);
  return heatTable(preparing, view, headingsOf(view));
}

import { shownStatuses } from "@/lib/views/shown-status";
import type { Chapter, TableBlock } from "../document";
import type { Preparing } from "./context";
import { scopeOf } from "./findings-chapter";
import { headingsOf, heatTable } from "./heat-table";
import { statusTable } from "./status-table";

/** The heat map: every indicator's status by country and for the region, and what the statuses mean. */
export function statusChapter(preparing: Preparing): Chapter {
  const { words, period } = preparing;
  const { t } = words;
  const key = statusTable(preparing, "status-key", t("publication.status.key"), shownStatuses);
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

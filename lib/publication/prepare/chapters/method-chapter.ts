import { methodVersion, statuses } from "@/lib/domain/progress/status";
import type { Block, Chapter } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";
import { statusTable } from "@/lib/publication/prepare/tables/status-table";
import { isAfterEnd, statusesIn } from "@/lib/views/shown-status";

const steps = ["one", "two", "three", "four", "five", "six", "seven"] as const;

/** How a status is worked out, for who wants to check it. */
export function methodChapter(preparing: Preparing): Chapter {
  const { words, views } = preparing;
  const { t } = words;
  const after = statusesIn(views.regional).filter(isAfterEnd);
  const paragraph = (text: string): Block => ({ kind: "paragraph", text });
  return {
    id: "method",
    title: t("about.method.title", { version: methodVersion }),
    kicker: t("publication.method.kicker"),
    pillar: null,
    blocks: [
      paragraph(t("about.method.lead")),
      paragraph(t("about.method.letters")),
      { kind: "paragraph", look: "lead", text: t("about.method.formula") },
      paragraph(t("about.method.formulaNote")),
      paragraph(t("about.method.order")),
      { kind: "list", ordered: true, items: steps.map((step) => t(`about.method.steps.${step}`)) },
      paragraph(t("about.method.special")),
      ...(after.length > 0 ? [paragraph(t("about.method.afterEnd"))] : []),
      paragraph(t("about.method.source")),
      statusTable(preparing, "method-statuses", t("about.method.statuses"), [...statuses, ...after]),
      { kind: "heading", level: 2, id: "method-region", text: t("about.region.title") },
      paragraph(t("about.region.lead")),
      paragraph(t("about.region.distribution")),
      { kind: "heading", level: 2, id: "method-framework", text: t("about.framework.title") },
      paragraph(t(views.regional.plan.isReference ? "about.framework.reference" : "about.framework.adopted")),
      ...(views.regional.plan.isDemonstration ? [paragraph(t("about.framework.madeUp"))] : []),
      paragraph(t("about.framework.reports")),
    ],
  };
}

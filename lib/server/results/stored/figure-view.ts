import "server-only";
import { placeOfFigure } from "@/lib/domain/suppression/tables/link-figures";
import type { FigureView } from "@/lib/views/consequences-view";

/** A figure as the audit names it, `G5.1-a THA|2016|sex=other`, with `@12` where it stood until that results version. */
export function figureView(named: string): FigureView {
  const [indicator = "", id = ""] = named.split(" ", 2);
  const { version, ...place } = placeOfFigure(id);
  return { indicator, ...place, isFormer: version !== undefined };
}

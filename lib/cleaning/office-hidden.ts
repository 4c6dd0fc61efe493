import { attribute, local, meant, tag } from "./office-xml";
import { Unclean } from "./unclean";

const struckOut =
  /<(?:[\w.-]+:)?(?:del|delText|delInstrText|cellDel|moveFrom|moveFromRangeStart|customXmlDelRangeStart|customXmlMoveFromRangeStart)(?=[\s/>])/;

/**
 * What nobody sees who writes the document, and everybody can find who has it.
 * @throws Unclean
 */
export function refuseHidden(xml: string, type: "docx" | "xlsx" | "pptx"): void {
  if (type === "docx" && struckOut.test(xml)) throw new Unclean("sourceDeletions");
  if (type !== "xlsx") return;
  if (/<(?:[\w.-]+:)?pivotCacheRecords(?=[\s/>])/.test(xml)) throw new Unclean("sourcePivots");
  if (!/<(?:[\w.-]+:)?sheets(?=[\s/>])/.test(xml)) return;
  for (const [, name, attributes] of xml.matchAll(tag)) {
    if (local(name!) !== "sheet") continue;
    for (const [, , key, , quoted] of attributes!.matchAll(attribute))
      if (key === "state" && meant(quoted!.slice(1, -1)) !== "visible") throw new Unclean("sourceHiddenSheets");
  }
}

import { attribute, local, meant, tag } from "./office-xml";
import { Unclean } from "./unclean";

const struckOut =
  /<(?:[\w.-]+:)?(?:del|delText|delInstrText|cellDel|moveFrom|moveFromRangeStart|customXmlDelRangeStart|customXmlMoveFromRangeStart)(?=[\s/>])/;

const isFalse = /^\s*(?:0|false|off)\s*$/i;

/**
 * What nobody sees who writes the document, and everybody can find who has it.
 * @throws Unclean
 */
export function refuseHidden(xml: string, type: "docx" | "xlsx" | "pptx"): void {
  if (type === "docx" && struckOut.test(xml)) throw new Unclean("sourceDeletions");
  if (type === "pptx" && attributesOf(xml, "sld").some(([key, value]) => key === "show" && isFalse.test(value)))
    throw new Unclean("sourceHiddenSlides");
  if (type !== "xlsx") return;
  if (/<(?:[\w.-]+:)?pivotCacheRecords(?=[\s/>])/.test(xml)) throw new Unclean("sourcePivots");
  if (!/<(?:[\w.-]+:)?sheets(?=[\s/>])/.test(xml)) return;
  if (attributesOf(xml, "sheet").some(([key, value]) => key === "state" && value !== "visible"))
    throw new Unclean("sourceHiddenSheets");
}

/** What is said of the elements of a name, as a reader takes it. */
const attributesOf = (xml: string, element: string): [key: string, value: string][] =>
  [...xml.matchAll(tag)].flatMap(([, name, attributes]) =>
    local(name!) === element
      ? [...attributes!.matchAll(attribute)].map(([, , key, , quoted]): [string, string] => [
          key!,
          meant(quoted!.slice(1, -1)),
        ])
      : [],
  );

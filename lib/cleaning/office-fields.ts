import { isLocalPlace } from "./local-place";
import { meant } from "./office-xml";
import { Unclean } from "./unclean";

/** Fields that read other files, or ask other programs, whenever somebody opens the document. */
const reading = /^\s*"?(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|INCLUDE|RD|DATABASE)(?![\p{L}\p{N}])/iu;
const readingFormula = /(?:^|[^\p{L}\p{N}_])(?:WEBSERVICE|IMAGE|RTD|DDE|DDEINIT)\s*\(/iu;
/** What begins, parts and ends a field of Word, its instruction in pieces, and a field of one element. */
const pieces =
  /<(?:[\w.-]+:)?fldChar\b[^>]*?\bfldCharType\s*=\s*["'](\w+)["'][^>]*>|(<(?:[\w.-]+:)?instrText\b[^>]*>)([^<]*)|<(?:[\w.-]+:)?fldSimple\b[^>]*?\binstr\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * The text of Word without the places on somebody's device that fields name.
 * @throws Unclean for a field that reads other files
 */
export function withoutPlacesInFields(xml: string): string {
  const local = new Set<number>();
  const open: { said: string; at: number[] }[] = [];
  const judge = (field: { said: string; at: number[] } | undefined) => {
    if (!field) return;
    if (reading.test(field.said)) throw new Unclean("sourceLinked");
    if (isLocalPlace(field.said)) for (const at of field.at) local.add(at);
  };
  for (const { index, 1: mark, 2: opening, 3: said, 4: simple } of xml.matchAll(pieces)) {
    if (simple) judge({ said: meant(simple.slice(1, -1)), at: [] });
    else if (mark === "begin") open.push({ said: "", at: [] });
    else if (mark === "end") judge(open.pop());
    else if (opening) {
      const field = open.at(-1) ?? { said: "", at: [] };
      field.said += meant(said!);
      field.at.push(index);
      if (open.length === 0) judge(field);
    }
  }
  for (const field of open) judge(field);
  return xml.replace(pieces, (whole, ...[, opening, , , index]: (string | undefined)[]) =>
    local.has(Number(index)) ? opening! : whole,
  );
}

/** @throws Unclean for a cell that asks an address, or names a file elsewhere */
export function refuseReadingFormulas(xml: string): void {
  for (const [, said] of xml.matchAll(
    /<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?>([^<]+)</g,
  )) {
    const formula = meant(said!);
    if (readingFormula.test(formula) || isLocalPlace(formula)) throw new Unclean("sourceLinked");
  }
}

import { strFromU8, strToU8, unzipSync } from "fflate";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { fixedZip } from "@/lib/exchange/fixed-zip";
import { fontOfScript, type Script, wordLanguage } from "./scripts";

// The docx package writes the time of day into the file and into its zip, so that no two files were the same. Both become
// the day of the publication, and parts that the package has no words for are filled in.

/**
 * The package with the document's day in place of the clock's, its language among its properties and its fonts named.
 * @throws Error if a part that is to be filled in isn't there
 */
export function fixedPackage(bytes: Uint8Array, { asOf, language }: { asOf: IsoDate; language: string }): Uint8Array {
  const parts = unzipSync(bytes);
  edit(parts, "docProps/core.xml", (xml) =>
    xml
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${asOf}T00:00:00Z`)
      .replace(
        "</cp:coreProperties>",
        `<dc:language>${wordLanguage(language).value}</dc:language></cp:coreProperties>`,
      ),
  );
  edit(parts, "word/fontTable.xml", (xml) => xml.replace(/\/>$/, `>${fontTable()}</w:fonts>`));
  edit(parts, "word/document.xml", (xml) => joinedContents(numberedAfresh(xml)));
  // Readers tell the kind of file from the first part.
  const first = "[Content_Types].xml";
  const names = [first, ...Object.keys(parts).filter((name) => name !== first)];
  return fixedZip(
    names.map((name) => ({ name, content: parts[name]! })),
    asOf,
  );
}

/** Bookmarks are numbered through all documents of the process; here from 1, in their order. */
function numberedAfresh(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)/g, (_, before: string, old: string) => {
    if (!numbers.has(old)) numbers.set(old, numbers.size + 1);
    return `${before}${numbers.get(old)}`;
  });
}

/** The field of the contents begins and ends in lines of its own, which would be read as blank: they join their neighbours. */
function joinedContents(xml: string): string {
  return xml
    .replace(
      /(<w:sdtContent><w:p>)(<w:r>(?:(?!<\/w:p>).)*<\/w:r>)<\/w:p><w:p>(<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)/,
      "$1$3$2",
    )
    .replace(/<\/w:p><w:p>(<w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p><\/w:sdtContent>)/, "$1");
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string) {
  const part = parts[name];
  const before = part === undefined ? "" : strFromU8(part);
  const after = change(before);
  if (before === "") throw new Error(`The package has no ${name} to fill in`);
  parts[name] = strToU8(after);
}

/** What Word has on most computers that haven't ours. */
const substitutes: Record<Script, string> = {
  latin: "Segoe UI",
  thai: "Leelawadee UI",
  khmer: "Leelawadee UI",
  lao: "Leelawadee UI",
  myanmar: "Myanmar Text",
  han: "Microsoft YaHei",
};

function fontTable(): string {
  return Object.entries(substitutes)
    .map(
      ([script, substitute]) =>
        `<w:font w:name="${fontOfScript[script as Script]}"><w:altName w:val="${substitute}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join("");
}

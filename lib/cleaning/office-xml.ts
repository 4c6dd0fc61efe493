import { Unclean } from "./unclean";

/** An element's opening tag; in XML no `<` stands in an attribute. */
const tag = /<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?)>/g;
const attribute = /(\s)([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/**
 * The text of a part, in the one encoding that is looked through.
 * @throws Unclean for another encoding, and for what declares entities: behind them anything hides
 */
export function xmlText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Unclean("sourceUncleanable");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unclean("sourceDamaged");
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unclean("sourceUncleanable");
  return text;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Attributes that name a person or an account, whatever element they stand at. */
const persons = new Set(["author", "initials", "userId", "userName", "providerId", "refreshedBy", "lastModifiedBy"]);
/** Elements that stand for a person, of which these attributes too are that person's. */
const ofPerson: Record<string, ReadonlySet<string>> = {
  cmAuthor: new Set(["name"]),
  author: new Set(["name"]),
  person: new Set(["displayName"]),
  absPath: new Set(["url"]),
};

/** The text without attributes that name who wrote something, and without the folder in which it was kept. */
export const withoutPersons = (xml: string): string =>
  xml.replace(tag, (whole, element: string, attributes: string) => {
    if (!attributes.includes("=")) return whole;
    const own = ofPerson[local(element)];
    const left = attributes.replace(attribute, (each, space: string, name: string, equals: string) =>
      persons.has(local(name)) || own?.has(local(name)) ? `${space}${name}${equals}""` : each,
    );
    return `<${element}${left}>`;
  });

/** Remarks of a workbook: their authors are listed, and their names stand before the words too. */
export function withoutListedAuthors(xml: string): string {
  const listed = /(<(?:\w+:)?author\b[^>]*>)([^<]*)(<\/(?:\w+:)?author>)/g;
  const names = [...xml.matchAll(listed)].map((match) => match[2]!.trim()).filter((name) => name.length > 2);
  const unnamed = xml.replace(listed, "$1$3");
  return names.reduce((text, name) => text.replaceAll(name, ""), unnamed);
}

export interface Relationship {
  /** The last word of its type: `image`, `hyperlink`. */
  kind: string;
  target: string;
  isExternal: boolean;
}

/** The relationships of a part, without those that aren't kept. */
export function keepRelationships(xml: string, isKept: (relationship: Relationship) => boolean): string {
  return xml.replace(
    /<((?:\w+:)?Relationship)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?:\/>|>\s*<\/\1\s*>)/g,
    (whole, _: string, attributes: string) => {
      const said = new Map(
        [...attributes.matchAll(attribute)].map(([, , name, , value]) => [name!, value!.slice(1, -1)]),
      );
      const kind = (said.get("Type") ?? "").split("/").at(-1)!;
      const target = said.get("Target") ?? "";
      return isKept({ kind, target, isExternal: said.get("TargetMode") === "External" }) ? whole : "";
    },
  );
}

import { isLocalPlace } from "./local-place";
import { attribute, local, tag } from "./office-xml";
import { Unclean } from "./unclean";

export interface Relationship {
  id: string;
  /** The last word of its type: `image`, `hyperlink`. */
  kind: string;
  target: string;
  isExternal: boolean;
}

const element = /<((?:[\w.-]+:)?Relationship)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?:\/>|>\s*<\/\1\s*>)/g;

/**
 * The relationships of a part.
 * @throws Unclean where some could be read in another way than they are looked at
 */
export function relationshipsIn(xml: string): Relationship[] {
  const found = [...xml.matchAll(element)].map(([, , attributes]) => relationshipOf(attributes!));
  if (xml.includes("&#") || (xml.match(/<(?:[\w.-]+:)?Relationship\b/g) ?? []).length !== found.length)
    throw new Unclean("sourceUncleanable");
  return found;
}

/** The text of relationships without those whose ids these are. */
export const withoutRelationships = (xml: string, ids: ReadonlySet<string>): string =>
  xml.replace(element, (whole, _: string, attributes: string) => (ids.has(relationshipOf(attributes).id) ? "" : whole));

function relationshipOf(attributes: string): Relationship {
  const said = new Map([...attributes.matchAll(attribute)].map(([, , name, , value]) => [name!, value!.slice(1, -1)]));
  return {
    id: said.get("Id") ?? "",
    kind: (said.get("Type") ?? "").split("/").at(-1)!,
    target: said.get("Target") ?? "",
    isExternal: said.get("TargetMode")?.toLowerCase() === "external",
  };
}

/** Relationships that may lead out of the document: somebody clicks on them, or not. */
const clicked = new Set(["hyperlink"]);
const read = new Set([
  "oleObject",
  "externalLink",
  "externalLinkPath",
  "xlExternalLinkPath",
  "connections",
  "queryTable",
  "attachedToolbars",
  "control",
  "vbaProject",
  "subDocument",
  "mailMergeSource",
  "frame",
]);

/** @throws Unclean for a relationship that reads what is elsewhere, or names a place on somebody's device */
export function refuseLeadingOut({ kind, target, isExternal }: Relationship): void {
  if (read.has(kind) || (isExternal && !clicked.has(kind))) throw new Unclean("sourceLinked");
  // What stands within a document is found without a scheme.
  if (isExternal ? isLocalPlace(unescaped(target)) : /^[a-z][a-z0-9+.-]*:/i.test(target))
    throw new Unclean("sourceLinked");
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** Elements that need what they lead to less than the document needs them. */
const keptWithout = new Set(["pageSetup"]);

/** The text of a part without what leads to relationships that are taken out: a program takes such a document for damaged. */
export function withoutReferences(xml: string, gone: ReadonlySet<string>): string {
  if (gone.size === 0) return xml;
  const prefixes = new Set(["r"]);
  for (const [, prefix] of xml.matchAll(
    /xmlns:([\w.-]+)\s*=\s*["'][^"']*officeDocument(?:\/2006)?\/relationships["']/g,
  ))
    prefixes.add(prefix!);
  const leads = (name: string, quoted: string) =>
    name.includes(":") && prefixes.has(name.slice(0, name.indexOf(":"))) && gone.has(quoted.slice(1, -1));
  let left = "";
  let at = 0;
  for (const { index, 0: whole, 1: name, 2: attributes } of xml.matchAll(tag)) {
    if (index < at || ![...attributes!.matchAll(attribute)].some(([, , key, , quoted]) => leads(key!, quoted!)))
      continue;
    left += xml.slice(at, index);
    at = index + whole.length;
    if (keptWithout.has(local(name!)))
      left += `<${name}${attributes!.replace(attribute, (each, _, key: string, __, quoted: string) => (leads(key, quoted) ? "" : each))}>`;
    else if (!attributes!.endsWith("/")) {
      const end = xml.indexOf(`</${name}`, at);
      if (end === -1) throw new Unclean("sourceDamaged");
      at = xml.indexOf(">", end) + 1;
    }
  }
  return left + xml.slice(at);
}

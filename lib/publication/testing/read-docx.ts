import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

// Reads a DOCX back with a strict XML parser, as Word would: a part that isn't well formed fails.

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** All parts of the package; those of XML as trees, by name. */
export function readDocx(bytes: Uint8Array): { parts: Record<string, Uint8Array>; xml: Record<string, XmlElement> } {
  const parts = unzipSync(bytes);
  const xml: Record<string, XmlElement> = {};
  for (const [name, part] of Object.entries(parts)) if (/\.(xml|rels)$/.test(name)) xml[name] = parsed(strFromU8(part));
  return { parts, xml };
}

function parsed(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => void open.at(-1)!.children.push(piece));
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return root;
}

/** All elements of a name within an element, in reading order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

/** The text that a reader sees; a line break is a line feed. */
export function textIn(element: XmlElement): string {
  if (element.name === "w:br") return "\n";
  return element.children
    .map((child) => {
      if (typeof child !== "string") return child.name === "w:instrText" ? "" : textIn(child);
      return element.name === "w:t" || element.name.startsWith("d") || element.name.startsWith("cp:") ? child : "";
    })
    .join("");
}

/** The value of the first element of a name: `w:pStyle`, `w:lang`. */
export const firstValue = (element: XmlElement, name: string) => all(element, name)[0]?.attributes["w:val"];

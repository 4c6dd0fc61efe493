import { FileRefusal } from "../../import/file-refusal";

/** What is told of a part while it is read. Names stand without their prefix. */
export interface XmlVisitor {
  /** @param attributes as they are written, for `attribute` */
  open(name: string, attributes: string): void;
  /** @param share how much of the part is read, from 0 to 1 */
  close(name: string, share: number): void;
  text?(text: string): void;
}

const damaged = () => new FileRefusal("workbookDamaged", {});

/**
 * Reads a part's XML from its beginning to its end. What workbooks never have is refused, and nothing is ever expanded: a
 * document type, entities of one's own.
 * @throws FileRefusal workbookDamaged
 */
export function readXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const xml = decoded(bytes);
  const text = visitor.text?.bind(visitor);
  let at = xml.indexOf("<");
  while (at >= 0) {
    let end: number;
    const next = xml.charCodeAt(at + 1);
    if (next === 0x3f /* ? */) end = after(xml, "?>", at);
    else if (next === 0x21 /* ! */) {
      if (xml.startsWith("<!--", at)) end = after(xml, "-->", at);
      else if (xml.startsWith("<![CDATA[", at)) {
        end = after(xml, "]]>", at);
        text?.(xml.slice(at + 9, end - 3));
      } else throw damaged();
    } else {
      end = tagEnd(xml, at);
      tag(xml, at, end, visitor);
    }
    at = xml.indexOf("<", end);
    if (text && at > end) text(unescaped(xml.slice(end, at)));
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw damaged();
  return at + mark.length;
}

/** Behind the `>` of a tag; one within quotes isn't it. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at + 1;
  }
  throw damaged();
}

function tag(xml: string, from: number, end: number, visitor: XmlVisitor): void {
  const isClosing = xml.charCodeAt(from + 1) === 0x2f;
  const isEmpty = xml.charCodeAt(end - 2) === 0x2f;
  const last = end - (isEmpty ? 2 : 1);
  let begin = from + (isClosing ? 2 : 1);
  let at = begin;
  for (; at < last; at++) {
    const code = xml.charCodeAt(at);
    if (code === 0x3a /* : */) begin = at + 1;
    else if (code <= 0x20) break;
  }
  const name = xml.slice(begin, at);
  if (!isClosing) visitor.open(name, at < last ? xml.slice(at, last) : "");
  if (isClosing || isEmpty) visitor.close(name, end / xml.length);
}

/** How an attribute is nearly always written, and in any way that XML knows. */
const spellings = new Map<string, { usual: string; any: RegExp }>();

/** An attribute's text; undefined where the tag doesn't have it. */
export function attribute(attributes: string, name: string): string | undefined {
  let spelling = spellings.get(name);
  if (!spelling) {
    // Those of a relation have a prefix that may be any.
    const any = new RegExp(`\\s${name === "id" ? "\\w+:id" : name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    spelling = { usual: ` ${name}="`, any };
    spellings.set(name, spelling);
  }
  const { usual, any } = spelling;
  const at = attributes.indexOf(usual);
  if (at >= 0) return unescaped(attributes.slice(at + usual.length, attributes.indexOf('"', at + usual.length)));
  if (!attributes.includes(name)) return undefined;
  const found = any.exec(attributes);
  return found ? unescaped(found[1] ?? found[2] ?? "") : undefined;
}

const named: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,12});?/g, (_, name: string) => {
    const known = named.get(name);
    if (known !== undefined) return known;
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (!(code <= 0x10ffff)) throw damaged();
    return String.fromCodePoint(code);
  });
}

/** Characters that workbooks write by their number: `_x000D_`. */
export const spelledIn = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

import { Unclean } from "./unclean";

/** An element's opening tag; in XML no `<` stands in an attribute. */
export const tag = /<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?)>/g;
/** An attribute within such a tag: the space before it, its name, `=`, and its value in quotation marks. */
export const attribute = /(\s+)([\w:.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** A name without its prefix, which every document may choose. */
export const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * The text of a part, in the one encoding that is looked through, without remarks of programs and people that no reader of the
 * document sees.
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
  const bare = withoutComments(text);
  if (/<!/.test(bare)) throw new Unclean("sourceUncleanable");
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(bare)?.[1] ?? "utf-8";
  if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw new Unclean("sourceUncleanable");
  return bare;
}

/** In one pass, for each of these may look as if it held another. */
const withoutComments = (text: string): string =>
  text.replace(
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>/g,
    (whole, words: string | undefined, at: number) => {
      if (words !== undefined) return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      return /^<\?xml\s/.test(whole) && text.slice(0, at).trim() === "" ? whole : "";
    },
  );

/** What stands in an attribute or between tags, as a reader takes it. */
export const meant = (escaped: string): string =>
  escaped.includes("&")
    ? escaped
        .replace(
          /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
          (whole, hex: string | undefined, decimal: string | undefined) => {
            const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
            return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
          },
        )
        .replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => entities[name]!)
    : escaped;
const entities: Record<string, string> = { quot: '"', apos: "'", lt: "<", gt: ">", amp: "&" };

/** The text without elements of these names, and what is within them. */
export const withoutElements = (xml: string, names: string): string =>
  xml.replace(new RegExp(`<((?:[\\w.-]+:)?(?:${names}))(?=[\\s/>])[^>]*?(?:/>|>(?:[\\s\\S]*?</\\1\\s*>))`, "g"), "");

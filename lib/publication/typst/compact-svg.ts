/** Places after the point that are kept. Paths are relative, so that what is cut off adds up, but stays far below a dot. */
const decimals = 3;

const shorter = (number: string) => String(Number(Number(number).toFixed(decimals)));

/**
 * The compiler's SVG, about a quarter as long: it indents each level, names glyphs by long hashes, writes numbers to
 * fifteen places and wraps everything in groups that do nothing. There is no text in it, for letters are outlines.
 */
export function compactSvg(svg: string): string {
  const names = new Map<string, string>();
  const nameOf = (hash: string) => {
    const name = names.get(hash) ?? `g${names.size.toString(36)}`;
    names.set(hash, name);
    return name;
  };
  const short = svg
    .replace(/>\s+</g, "><")
    .replace(/ class="[^"]*"| fill-rule="nonzero"| xmlns:h5="[^"]*"/g, "")
    .replace(/(id="|href="#)(g[0-9A-F]+)"/g, (_, before: string, hash: string) => `${before}${nameOf(hash)}"`)
    .replace(/-?\d+\.\d+(?:e-?\d+)?/g, shorter)
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${path.replace(/ ?([a-zA-Z]) ?/g, "$1").replace(/ -/g, "-")}"`)
    .replace(/ ([xy])="0"/g, "");
  return withoutIdleGroups(short).replace(lettersOfOneColour, (_, group: string, letters: string) => {
    const [colour] = letters.match(/ fill="[^"]*"/) ?? [""];
    return `${group}${colour}>${letters.replaceAll(colour, "")}`;
  });
}

/** A group of letters that each name the same colour. */
const lettersOfOneColour =
  /(<g transform="[^"]*")>(<use [^>]*?( fill="[^"]*")[^>]*\/>(?:<use [^>]*?\3[^>]*\/>)*)(?=<\/g>)/g;

function withoutIdleGroups(svg: string): string {
  const isIdle: boolean[] = [];
  return svg.replace(/<g(?: [^>]*)?\/?>|<\/g>/g, (tag) => {
    if (tag === "</g>") return isIdle.pop() ? "" : tag;
    // Of an empty text.
    if (tag.endsWith("/>")) return "";
    const idle = tag === "<g>";
    isIdle.push(idle);
    return idle ? "" : tag;
  });
}

import { renderAsync } from "@resvg/resvg-js";
import { Refusal } from "@/lib/domain/refusal";
import { logoLimits, logoPlace } from "@/lib/domain/site-settings";

export interface Logo {
  png: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where a PNG's first chunk says its width and height (PNG specification, 11.2.1). */
const sizeAt = 16;

/**
 * Draws a PNG anew, at twice the size of its place in a page. What else the file holds, such as where a photograph was
 * taken, is left behind.
 * @throws Refusal `logoNotPng` for what can't be drawn or shows nothing, `logoTooWide` for more pixels than a logo needs
 */
export async function redrawLogo(file: Uint8Array): Promise<Logo> {
  if (file.length < sizeAt + 8 || signature.some((byte, at) => file[at] !== byte)) throw new Refusal("logoNotPng");
  const said = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [wide, high] = [said.getUint32(sizeAt), said.getUint32(sizeAt + 4)];
  const { pixels } = logoLimits;
  // Before anything is unpacked: a small file can hold a picture that fills the memory.
  if (wide > pixels || high > pixels) throw new Refusal("logoTooWide", { pixels });
  const scale = Math.min((2 * logoPlace.width) / wide, (2 * logoPlace.height) / high);
  const [width, height] = [wide, high].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  const data = `data:image/png;base64,${Buffer.from(file).toString("base64")}`;
  const place = `width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${place}><image ${place} preserveAspectRatio="none" href="${data}"/></svg>`;
  const drawn = await renderAsync(svg, { font: { loadSystemFonts: false }, logLevel: "off" }).catch(() => null);
  // What it can't read, it leaves out.
  if (drawn === null || !drawn.pixels.some((value, at) => at % 4 === 3 && value > 0)) throw new Refusal("logoNotPng");
  return { png: new Uint8Array(drawn.asPng()), width, height };
}

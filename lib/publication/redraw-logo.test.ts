import { crc32 } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { pngOfOnePixel } from "@/test/factories/one-pixel";
import { redrawLogo } from "./redraw-logo";

const drawn = (size: string, inside = "") =>
  new Uint8Array(new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`).render().asPng());
const refusal = (code: string) => expect.objectContaining({ code });
const square = '<rect width="50%" height="50%" fill="#036"/>';

describe("a logo", () => {
  it.each([
    ["wide", 'width="800" height="100"', [320, 40]],
    ["high", 'width="50" height="200"', [14, 56]],
    ["of one dot", 'width="1" height="1"', [56, 56]],
  ])("that is %s is drawn anew within its place, at twice its size", async (_, size, [width, height]) => {
    const logo = await redrawLogo(drawn(size, '<rect width="100%" height="100%" fill="#036"/>'));
    expect([logo.width, logo.height]).toEqual([width, height]);
    const { width: wide, height: high } = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="data:image/png;base64,${Buffer.from(logo.png).toString("base64")}"/></svg>`,
    ).render();
    expect([wide, high]).toEqual([width, height]);
  });

  it("brings nothing along but its picture", async () => {
    const file = Buffer.from(drawn('width="20" height="20"', square));
    // A chunk of text after the first one, as programs write it.
    const text = Buffer.from("tEXtAuthor\0Malee");
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(text.length - 4);
    check.writeUInt32BE(crc32(text));
    const signed = Buffer.concat([file.subarray(0, 33), length, text, check, file.subarray(33)]);
    const [plain, logo] = [await redrawLogo(file), await redrawLogo(signed)];
    expect(Buffer.from(logo.png).equals(plain.png)).toBe(true);
  });

  it.each([
    ["a text", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>                      ")],
    ["nothing", Buffer.alloc(0)],
    ["half a picture", Buffer.from(pngOfOnePixel).subarray(0, 30)],
    ["a picture of nothing", Buffer.from(drawn('width="9" height="9"'))],
  ])("isn't %s", async (_, file) => {
    await expect(redrawLogo(file)).rejects.toThrow(refusal("logoNotPng"));
  });

  it("isn't unpacked where it says that it is huge", async () => {
    const huge = Buffer.from(pngOfOnePixel);
    huge.writeUInt32BE(60_000, 16);
    await expect(redrawLogo(huge)).rejects.toThrow(refusal("logoTooWide"));
  });
});

import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { withoutMaking } from "./jpeg-parts";
import { author, photo } from "./testing/authored-files";
import { placesOf } from "./testing/look-for";

const bare = (options: Parameters<ReturnType<typeof sharp>["jpeg"]>[0]) =>
  sharp({
    create: {
      width: 90,
      height: 70,
      channels: 3,
      noise: { type: "gaussian", mean: 128, sigma: 40 },
      background: "red",
    },
  })
    .jpeg(options)
    .toBuffer();
const segment = (marker: number, ...bytes: Buffer[]) => {
  const content = Buffer.concat(bytes);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
const words = (text: string) => Buffer.from(text, "latin1");
const withSegments = (jpeg: Uint8Array, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

describe("a JPEG within a document", () => {
  it.each([{ progressive: true }, { progressive: false }])(
    "is drawn as before, in one scan or several (%j)",
    async (options) => {
      const jpeg = await bare(options);
      const clean = withoutMaking(Buffer.concat([withSegments(jpeg, segment(0xfe, words(author))), words(author)]))!;
      expect(placesOf(author, clean)).toEqual([]);
      const drawn = (bytes: Uint8Array) => sharp(bytes, { failOn: "warning" }).raw().toBuffer();
      expect((await drawn(clean)).equals(await drawn(jpeg))).toBe(true);
    },
  );

  it.each([
    ["another picture", () => photo("jpeg")],
    ["a film", async () => Buffer.concat([words(`\0\0\0\x18ftypmp42 ${author}`), Buffer.from([0xff, 0xd9])])],
  ])("ends where its own picture ends, and %s that follows is gone", async (_, second) => {
    const jpeg = await bare({});
    const joined = Buffer.concat([jpeg, await second()]);
    expect(placesOf(author, joined)).not.toEqual([]);
    const clean = withoutMaking(joined)!;
    expect(placesOf(author, clean)).toEqual([]);
    expect(clean.length).toBeLessThanOrEqual(jpeg.length);
  });

  it("keeps of what programs add only what is needed to draw it", async () => {
    const jpeg = await bare({});
    const jfif = segment(0xe0, words("JFIF\0"), Buffer.from([1, 2, 0, 0, 1, 0, 1, 2, 2]), words(author.slice(0, 12)));
    const others = [
      segment(0xe0, words("JFXX\0"), words(author)),
      segment(0xe2, words("MPF\0"), words(author)),
      segment(0xee, words("Other"), words(author)),
    ];
    const icc = segment(0xe2, words("ICC_PROFILE\0\x01\x01"), words("colours"));
    const adobe = segment(0xee, words("Adobe"), Buffer.from([0, 100, 0, 0, 0, 0, 1]));
    const clean = Buffer.from(withoutMaking(withSegments(jpeg, jfif, ...others, icc, adobe))!);
    expect(placesOf(author.slice(0, 12), clean)).toEqual([]);
    expect(clean.includes(segment(0xe0, words("JFIF\0"), Buffer.from([1, 2, 0, 0, 1, 0, 1, 0, 0])))).toBe(true);
    for (const kept of [icc, adobe]) expect(clean.includes(kept)).toBe(true);
    expect((await sharp(clean).metadata()).width).toBe(90);
  });

  it("that has no end can't be read", async () => {
    const jpeg = await bare({});
    expect(withoutMaking(jpeg.subarray(0, -2))).toBeNull();
    expect(withoutMaking(Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xd9])]))).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { withoutDescription } from "./metafile";
import { author } from "./testing/authored-files";
import { placesOf } from "./testing/look-for";

const words = Buffer.from(author, "utf16le");

function record(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(type);
  head.writeUInt32LE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

/** A drawing with a description, a comment, and something behind its end. */
function emf(comment: Buffer): Buffer {
  const header = Buffer.alloc(80);
  header.writeUInt32LE(0x464d4520, 32);
  header.writeUInt32LE(words.length / 2, 52);
  header.writeUInt32LE(88, 56);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(comment.length);
  return Buffer.concat([
    record(1, Buffer.concat([header, words])),
    record(70, Buffer.concat([length, comment])),
    record(14, Buffer.alloc(12)),
    words,
  ]);
}
const plus = (flags: number) => {
  const head = Buffer.alloc(8);
  head.write("EMF+");
  head.writeUInt16LE(0x4001, 4);
  head.writeUInt16LE(flags, 6);
  return Buffer.concat([head, words]);
};

describe("a drawing of Windows", () => {
  it.each([
    ["words", words],
    ["the same drawing once more", plus(1)],
  ])("loses its description, and comments that hold %s", (_, comment) => {
    const clean = withoutDescription(emf(comment));
    expect(placesOf(author, clean)).toEqual([]);
    expect(clean.length).toBe(emf(comment).length - words.length);
  });

  it("that is drawn in its comments alone isn't taken", () => {
    expect(() => withoutDescription(emf(plus(0)))).toThrow("sourceUncleanable");
  });

  it("that has no end is damaged", () => {
    expect(() => withoutDescription(emf(words).subarray(0, -20 - words.length))).toThrow("sourceDamaged");
  });

  it("of the older kind loses its comments too", () => {
    const head = Buffer.alloc(18);
    head.writeUInt32LE(0x00090001);
    const remark = Buffer.alloc(10);
    remark.writeUInt32LE((10 + words.length) / 2);
    remark.writeUInt16LE(0x0626, 4);
    remark.writeUInt16LE(0x000f, 6);
    remark.writeUInt16LE(words.length, 8);
    const end = Buffer.from([3, 0, 0, 0, 0, 0]);
    const clean = withoutDescription(Buffer.concat([head, remark, words, end, words]));
    expect(placesOf(author, clean)).toEqual([]);
    expect(clean.length).toBe(head.length + remark.length + words.length + end.length);
  });
});

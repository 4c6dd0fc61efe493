import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { mustKnowContent, packContent, unpackContent } from "./content";
import { sampleBook } from "./testing/sample-book";
import { sampleDocument } from "./testing/sample-document";
import { sampleWords } from "./testing/sample-words";

const sample = { document: sampleDocument, book: sampleBook, words: sampleWords };

/** As another version of the program packed it: with another first line, or none. */
const withFirstLine = (packed: Uint8Array, first: string[]) =>
  gzipSync([...first, ...gunzipSync(packed).toString("utf8").split("\n").slice(1)].join("\n"));

describe("stored content", () => {
  it("comes out as it went in, and twice the same to the byte", async () => {
    const packed = await packContent(sample);
    expect(await unpackContent(packed)).toEqual(JSON.parse(JSON.stringify(sample)));
    expect(Buffer.compare(packed, await packContent(sample))).toBe(0);
    await mustKnowContent(packed);
  });

  it.each([
    ["without a number", [], "from before they had numbers"],
    ["of the one before", ['{"format":4}'], "has the format 4"],
    ["of the next", ['{"format":7}'], "has the format 7"],
    ["of none", ['{"format":"5"}'], "from before they had numbers"],
  ])("%s is refused, and said why", async (_, first, why) => {
    const other = withFirstLine(await packContent(sample), first);
    for (const read of [mustKnowContent, unpackContent]) {
      const error = await read(other).then(
        () => null,
        (thrown: Error) => thrown,
      );
      expect(error).toMatchObject({ name: "UnknownContentFormat" });
      expect(error?.message).toContain(why);
    }
  });
});

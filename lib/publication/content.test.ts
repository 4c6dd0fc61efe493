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

  it("of the one before is read, which called the kinds of a trend's markers by another word", async () => {
    const head = gunzipSync(await packContent(sample))
      .toString("utf8")
      .split("\n");
    const { words, ...rest } = JSON.parse(head[1]!.replaceAll('"markerKinds":', '"marks":')) as typeof sample;
    const { status_after_end: _, ...columns } = words.columns;
    const former = ['{"format":7}', JSON.stringify({ ...rest, words: { ...words, columns } }), ...head.slice(2)];
    const packed = gzipSync(former.join("\n"));
    await mustKnowContent(packed);
    const read = await unpackContent(packed);
    const present = {
      ...sample,
      words: { ...sample.words, columns: { ...sample.words.columns, status_after_end: "" } },
    };
    expect(read).toEqual(JSON.parse(JSON.stringify(present)));
    expect(JSON.stringify(read)).toContain('"markerKinds"');
  });

  it("of the one before that is read, which called values and charts by another word", async () => {
    const [, head = "", ...rows] = gunzipSync(await packContent(sample))
      .toString("utf8")
      .split("\n");
    const { document, book, words } = JSON.parse(head) as typeof sample;
    const { chart, ...others } = document.words;
    const chapters = document.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.map((block) => (block.kind === "chart" ? { ...block, kind: "figure" } : block)),
    }));
    const former = [
      '{"format":6}',
      JSON.stringify({ document: { ...document, words: { ...others, figure: chart }, chapters }, book, words }),
      ...rows.map((row) => {
        const { value, ...rest } = JSON.parse(row) as Record<string, unknown>;
        return JSON.stringify({ ...rest, figure: value });
      }),
    ];
    const packed = gzipSync(former.join("\n"));
    await mustKnowContent(packed);
    expect(await unpackContent(packed)).toEqual(JSON.parse(JSON.stringify(sample)));
  });

  it.each([
    ["without a number", [], "from before they had numbers"],
    ["of one long before", ['{"format":4}'], "has the format 4"],
    ["of the next", ['{"format":9}'], "has the format 9"],
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

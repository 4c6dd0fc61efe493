import { describe, expect, it } from "vitest";
import { type Answer, findKept, isUnchanged, keep, keptAnswer, letGoTagged } from "./kept-pages.mjs";

const answer = (text: string): Answer => {
  return { headers: { etag: `"${text}"` }, body: Buffer.from(text) };
};
const keepPage = (path: string, { size = 100, tags = [] as string[] } = {}) =>
  keep(`/route-cache/$${path}`, {
    ...{ value: {}, lastModified: 0, tags, size, body: Buffer.from(path) },
    answer: answer(path),
  });
const megabytes = (count: number) => count * 1024 * 1024;

describe("kept pages", () => {
  it("are found by the path that the proxy knows, in the state of the last writing", () => {
    keepPage("/results/1/en/a");
    keep("/route-cache/$/results/1/en/a", {
      ...{ value: {}, lastModified: 0, tags: [], size: 100, body: Buffer.from("later") },
      answer: answer("later"),
    });
    expect(keptAnswer("/results/1/en/a")?.headers.etag).toBe('"later"');
    expect(keptAnswer("/results/2/en/a")).toBeNull();
  });

  it("fall out as the least recently used, and what the proxy answers counts as used", () => {
    keepPage("/results/1/en/asked", { size: megabytes(30) });
    keepPage("/results/1/en/never", { size: megabytes(30) });
    keepPage("/results/1/en/second", { size: megabytes(30) });
    expect(keptAnswer("/results/1/en/asked")).not.toBeNull();
    keepPage("/results/2/en/asked", { size: megabytes(30) });
    expect(keptAnswer("/results/1/en/never")).toBeNull();
    expect(findKept("/route-cache/$/results/1/en/never")).toBeUndefined();
    for (const path of ["/results/1/en/asked", "/results/1/en/second", "/results/2/en/asked"]) {
      expect(keptAnswer(path)?.headers.etag).toBe(`"${path}"`);
    }
  });

  it("take the room of what they replace, and no more", () => {
    keepPage("/results/4/en/beside", { size: megabytes(30) });
    for (let time = 0; time < 5; time++) keepPage("/results/4/en/again", { size: megabytes(60) });
    expect(keptAnswer("/results/4/en/beside")).not.toBeNull();
  });

  it("are let go by their tags", () => {
    keepPage("/results/3/en/one", { tags: ["plan"] });
    keepPage("/results/3/en/other", { tags: ["else"] });
    letGoTagged(new Set(["plan"]));
    expect(keptAnswer("/results/3/en/one")).toBeNull();
    expect(keptAnswer("/results/3/en/other")).not.toBeNull();
  });
});

it("is unchanged for a reader who has it", () => {
  for (const same of ['"a"', '"b", "a"', 'W/"a"']) expect(isUnchanged(same, '"a"')).toBe(true);
  for (const other of [null, "", '"b"', "a"]) expect(isUnchanged(other, '"a"')).toBe(false);
});

import { describe, expect, it } from "vitest";
import { type Answer, findKept, isUnchanged, keep, keepCopy, keptAnswer, letGoTagged } from "./kept-pages.mjs";

const answer = (text: string): Answer => ({
  headers: { etag: `W/"${text}"` },
  body: Buffer.from(text),
  copies: new Map(),
  made: 0,
});
const keepPage = (path: string, { size = 100, tags = [] as string[] } = {}) =>
  keep(`/route-cache/$${path}`, {
    value: {},
    lastModified: 0,
    tags,
    size,
    body: Buffer.from(path),
    answer: answer(path),
  });
const megabytes = (count: number) => count * 1024 * 1024;

describe("kept pages", () => {
  it("are found by the path that the proxy knows, in the state of the last writing", () => {
    keepPage("/results/1/en/a");
    keep("/route-cache/$/results/1/en/a", {
      value: {},
      lastModified: 0,
      tags: [],
      size: 100,
      body: Buffer.from("later"),
      answer: answer("later"),
    });
    expect(keptAnswer("/results/1/en/a")?.headers.etag).toBe('W/"later"');
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
      expect(keptAnswer(path)?.headers.etag).toBe(`W/"${path}"`);
    }
  });

  it("take as much as the settings say", () => {
    try {
      process.env.SPAIV_PAGE_CACHE_MB = "50";
      keepPage("/results/3/en/first", { size: megabytes(30) });
      keepPage("/results/3/en/second", { size: megabytes(30) });
      expect(keptAnswer("/results/3/en/first")).toBeNull();
      process.env.SPAIV_PAGE_CACHE_MB = "60";
      keepPage("/results/3/en/first", { size: megabytes(30) });
      expect(keptAnswer("/results/3/en/second")).not.toBeNull();
    } finally {
      delete process.env.SPAIV_PAGE_CACHE_MB;
    }
  });

  it("take the room of what they replace, and no more", () => {
    keepPage("/results/4/en/beside", { size: megabytes(30) });
    for (let time = 0; time < 5; time++) keepPage("/results/4/en/again", { size: megabytes(60) });
    expect(keptAnswer("/results/4/en/beside")).not.toBeNull();
  });

  it("count their compressed copies, which go with them and come too late for what is gone", () => {
    const kept = (path: string) => keptAnswer(path)!;
    keepPage("/results/5/en/copied", { size: megabytes(30) });
    keepPage("/results/5/en/gone", { size: megabytes(30) });
    const gone = kept("/results/5/en/gone");
    const first = kept("/results/5/en/copied");
    keepCopy("/results/5/en/copied", first, "gzip", Buffer.alloc(megabytes(30)));
    expect(kept("/results/5/en/copied").copies.get("gzip")).toHaveLength(megabytes(30));
    keepPage("/results/5/en/new", { size: megabytes(30) });
    expect(keptAnswer("/results/5/en/gone")).toBeNull();
    keepCopy("/results/5/en/gone", gone, "gzip", Buffer.alloc(megabytes(90)));
    expect(keptAnswer("/results/5/en/copied")).not.toBeNull();
    expect(keptAnswer("/results/5/en/new")).not.toBeNull();
    // In its place stands what was made again.
    keepPage("/results/5/en/copied", { size: megabytes(30) });
    keepCopy("/results/5/en/copied", first, "br", Buffer.alloc(megabytes(1)));
    expect(kept("/results/5/en/copied").copies.size).toBe(0);
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
  for (const same of ['"a"', '"b", "a"', 'W/"a"']) {
    for (const tag of ['"a"', 'W/"a"']) expect(isUnchanged(same, tag)).toBe(true);
  }
  for (const other of [undefined, null, "", '"b"', "a"]) expect(isUnchanged(other, 'W/"a"')).toBe(false);
});

import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { type Answer, keep, keptAnswer } from "@/lib/server/page-cache/kept-pages.mjs";
import { acceptedEncodings, copyFor, whenCompressed } from "./kept-copy";

const text = Buffer.from("Victims identified, by sex and age. ".repeat(200));
const browser = acceptedEncodings("gzip, deflate, br, zstd");

function kept(path: string, type = "text/html; charset=utf-8"): Answer {
  keep(`/route-cache/$${path}`, {
    value: {},
    lastModified: 0,
    tags: [],
    size: text.length,
    body: text,
    answer: { headers: { etag: 'W/"a"', "content-type": type }, body: text, copies: new Map(), made: 0 },
  });
  return keptAnswer(path)!;
}

it("is compressed at once for the first reader, and smaller for those who come later", async () => {
  const path = "/results/1/en/copy/page";
  const answer = kept(path);
  const [first, beside] = await Promise.all([copyFor(path, answer, browser), copyFor(path, answer, browser)]);
  expect(first.encoding).toBe("gzip");
  expect(gunzipSync(first.body)).toEqual(text);
  expect(beside.body).toBe(first.body);
  await whenCompressed();
  const later = await copyFor(path, answer, browser);
  expect(later.encoding).toBe("br");
  expect(brotliDecompressSync(later.body)).toEqual(text);
  expect(later.body.length).toBeLessThan(first.body.length);
  expect((await copyFor(path, answer, browser)).body).toBe(later.body);
});

it("is what the reader's browser unpacks", async () => {
  const path = "/results/1/en/copy/file";
  const answer = kept(path, "text/csv; charset=utf-8");
  const encodingFor = async (accept: string | undefined) =>
    (await copyFor(path, answer, acceptedEncodings(accept))).encoding;
  expect(await encodingFor("gzip")).toBe("gzip");
  await whenCompressed();
  expect(await encodingFor("gzip, br;q=0")).toBe("gzip");
  expect(await encodingFor("br")).toBe("br");
  for (const none of [undefined, "", "identity", "deflate", "gzip;q=0.0, identity"])
    expect(await encodingFor(none), none).toBeNull();
});

it("is the picture itself, which is compressed as it is", async () => {
  const path = "/results/1/en/copy/picture";
  const answer = kept(path, "image/png");
  expect(await copyFor(path, answer, browser)).toEqual({ body: text, encoding: null });
});

it("is not made for a page that fell out meanwhile", async () => {
  const path = "/results/1/en/copy/gone";
  const answer = kept(path);
  const asked = copyFor(path, answer, browser);
  kept(path);
  expect((await asked).encoding).toBe("gzip");
  await whenCompressed();
  expect(answer.copies.size).toBe(0);
});

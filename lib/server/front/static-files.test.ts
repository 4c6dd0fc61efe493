import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staticFiles } from "./static-files";

const script = 'console.log("ready");\n'.repeat(50);
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "spaiv-static-"));
  writeFileSync(path.join(folder, "a.js"), script);
  writeFileSync(path.join(folder, "a.js.br"), brotliCompressSync(script));
  writeFileSync(path.join(folder, "a.js.gz"), gzipSync(script));
  writeFileSync(path.join(folder, "a.woff2"), "a font");
  const answer = staticFiles(folder);
  server = createServer((asked, response) => {
    if (!answer(asked, response)) response.writeHead(404).end(`Next is asked for ${asked.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** As it travels: `fetch` would read what is compressed, and tidy the path. */
function ask(at: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: at, method, headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) });
    })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["gzip, deflate", "gzip", gunzipSync],
  ["identity", undefined, (bytes: Buffer) => bytes],
])("a script is answered as the build compressed it: %s", async (accepted, encoding, read) => {
  const { status, headers, body } = await ask("/_next/static/a.js?dpl=1", { "accept-encoding": accepted });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/javascript",
    "content-length": `${body.length}`,
    vary: "Accept-Encoding",
    "cache-control": "public,max-age=31536000,immutable",
  });
  expect(headers["content-encoding"]).toBe(encoding);
  expect(read(body).toString()).toBe(script);
});

test("what has no compressed copy is answered as it is", async () => {
  const { headers, body } = await ask("/_next/static/a.woff2", { "accept-encoding": "br" });
  expect(headers).toMatchObject({ "content-type": "font/woff2" });
  expect(headers).not.toHaveProperty("content-encoding");
  expect(body.toString()).toBe("a font");
});

test.each([
  ["a file that isn't there", "/_next/static/b.js", {}, "GET"],
  ["a path out of the folder", "/_next/static/../../package.json", {}, "GET"],
  ["the same, escaped", "/_next/static/%2e%2e/%2e%2e/package.json", {}, "GET"],
  ["what is no escape", "/_next/static/%", {}, "GET"],
  ["a part of a file", "/_next/static/a.js", { range: "bytes=5-2" }, "GET"],
  ["another method", "/_next/static/a.js", {}, "POST"],
  ["another path", "/_next/staticky/a.js", {}, "GET"],
])("%s is Next's to answer", async (_, at, headers, method) => {
  const { status, body } = await ask(at, headers, method);
  expect(status).toBe(404);
  expect(`${body}`).toBe(`Next is asked for ${at}`);
});

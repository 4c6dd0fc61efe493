import "server-only";
import { createHash, createHmac } from "node:crypto";
import type { S3Settings } from "./s3-settings";

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Of a query every character but these is encoded, in capitals, for its signature (RFC 3986). */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The headers that sign a request to an S3-compatible store, over its body too: AWS Signature Version 4, as Amazon describes it
 * under "Create a signed AWS API request". In the paths of keys nothing has to be encoded.
 * @returns the address as it was signed, with its query in order, and the headers
 */
export function signS3(
  { address, region, accessKeyId, secretAccessKey }: S3Settings,
  asked: { method: string; path: string; query?: Record<string, string>; body?: Uint8Array },
  now: Date,
): { url: string; headers: Record<string, string> } {
  const { host, pathname, origin } = new URL(`${address}${asked.path}`);
  const query = Object.entries(asked.query ?? {})
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const moment = now.toISOString().replace(/[:-]|\.\d{3}/g, "");
  const scope = `${moment.slice(0, 8)}/${region}/s3/aws4_request`;
  const content = sha256(asked.body ?? "");
  const signed = { host, "x-amz-content-sha256": content, "x-amz-date": moment };
  const names = Object.keys(signed).join(";");
  const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`);
  const canonical = [asked.method, pathname, query, lines.join(""), names, content].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", moment, scope, sha256(canonical)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, toSign).toString("hex");
  const { host: _, ...sent } = signed;
  return {
    url: `${origin}${pathname}${query && `?${query}`}`,
    headers: {
      ...sent,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    },
  };
}

import "server-only";
import type { Asked } from "./asked";

export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
  constructor(readonly limit: number) {
    super(`more than ${limit} bytes`);
  }
}

/**
 * The request's body, read piece by piece and given up as soon as it is larger than allowed, whatever length it claims.
 * @throws BodyTooLarge
 */
export async function readBody(
  request: Pick<Asked, "headers" | "body">,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new BodyTooLarge(limit);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit) throw new BodyTooLarge(limit);
    pieces.push(piece);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.byteLength;
  }
  return body;
}

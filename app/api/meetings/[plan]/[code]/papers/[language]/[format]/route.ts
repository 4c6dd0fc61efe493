import type { NextRequest } from "next/server";
import { paperFileAddress } from "@/lib/schemas/publications/publication-address";
import { fileHeaders } from "@/lib/server/http/file-headers";
import { paperFile } from "@/lib/server/queries/meetings/paper-file";

/** A file of a meeting's papers, for everybody: asked for each time, for what is in it may be withdrawn. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<"plan" | "code" | "language" | "format", string>> },
): Promise<Response> {
  const address = paperFileAddress.safeParse(await params);
  const { plan, code, language, format } = address.data ?? {};
  const file = plan && code && language && format ? await paperFile(plan, code, language, format) : null;
  if (!file || !format) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const headers = { ...fileHeaders(format, file), "Cache-Control": "no-cache" };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers });
}

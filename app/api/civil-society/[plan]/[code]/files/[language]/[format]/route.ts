import type { NextRequest } from "next/server";
import { platformFileAddress } from "@/lib/schemas/publications/publication-address";
import { currentActor } from "@/lib/server/auth/current-actor";
import { fileHeaders } from "@/lib/server/http/file-headers";
import { platformFile } from "@/lib/server/queries/civil-society/platform-file";

/** A file of a platform's report, for whoever reads the report: asked for each time, for what is in it may be withdrawn. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<"plan" | "code" | "language" | "format", string>> },
): Promise<Response> {
  const address = platformFileAddress.safeParse(await params).data;
  const file = address && (await platformFile(await currentActor(), address));
  // Whoever may not know of a report hears what they hear of none.
  if (!file) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  const headers = {
    ...fileHeaders(address.format, file),
    "Cache-Control": file.isPublic ? "no-cache" : "private, no-store",
  };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers });
}

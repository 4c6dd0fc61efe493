import { Readable } from "node:stream";
import type { NextRequest } from "next/server";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { currentActor } from "@/lib/server/auth/current-actor";
import { storedFileHeaders } from "@/lib/server/http/stored-file-headers";
import { observationFile } from "@/lib/server/queries/observations/observation-file";

/** A file of an observation, for whoever reads the observation: asked for each time, for it may be withdrawn. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<"plan" | "file", string>> },
): Promise<Response> {
  const asked = await params;
  const [plan, id] = [addressFields.plan.safeParse(asked.plan), rowId.safeParse(asked.file)];
  const file =
    plan.success && id.success ? await observationFile(await currentActor(), plan.data, id.data, new Date()) : null;
  // Whoever may not know of a file hears what they hear of none.
  const nothing = () => new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  if (!file) return nothing();
  const headers = {
    ...storedFileHeaders(file),
    "Cache-Control": file.isPublic ? "no-cache" : "private, no-store",
  };
  if (request.headers.get("if-none-match") === headers.ETag) {
    const { "Content-Length": _, ...unchanged } = headers;
    return new Response(null, { status: 304, headers: unchanged });
  }
  const bytes = await file.open();
  return bytes ? new Response(Readable.toWeb(bytes) as ReadableStream, { headers }) : nothing();
}

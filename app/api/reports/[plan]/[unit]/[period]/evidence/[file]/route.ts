import { Readable } from "node:stream";
import type { NextRequest } from "next/server";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { reportAddress } from "@/lib/schemas/reports/report-forms";
import { currentActor } from "@/lib/server/auth/current-actor";
import { storedFileHeaders } from "@/lib/server/http/stored-file-headers";
import { evidenceFile } from "@/lib/server/queries/evidence/evidence-file";
import type { ReportAddress } from "@/lib/views/report-view";

/** A file that backs something of a report, for whoever sees what it backs: asked for each time, for it may be removed. */
export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<ReportAddress & { file: string }> },
): Promise<Response> {
  const { file, ...asked } = await params;
  const [address, id] = [reportAddress.safeParse(asked), rowId.safeParse(file)];
  const found = address.success && id.success ? await evidenceFile(await currentActor(), address.data, id.data) : null;
  const bytes = await found?.open();
  // Whoever may not know of a file hears what they hear of none.
  if (!found || !bytes) return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  const { ETag: _, ...headers } = storedFileHeaders(found);
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: { ...headers, "Cache-Control": "private, no-store" },
  });
}

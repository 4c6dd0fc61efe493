import { notFound } from "next/navigation";
import { reportAsFile } from "@/lib/server/queries/report-as-file";
import type { ReportAddress } from "@/lib/views/report-view";
import { entryPlace } from "./entry-place";

const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** The report as a file, for whoever sees its entry form; with `?goal=`, the indicators of that goal alone. */
export async function reportFile(
  request: Request,
  params: Promise<{ locale: string } & ReportAddress>,
  { below, format }: { below: string; format: "xlsx" | "csv" },
): Promise<Response> {
  const { locale, address, actor } = await entryPlace(params, below);
  const goal = new URL(request.url).searchParams.get("goal") ?? undefined;
  const file = await reportAsFile(actor, address, { format, goal, locale, now: new Date() }, request.signal);
  if (file === null) notFound();
  return new Response(file.bytes, {
    headers: {
      "Content-Type": mediaTypes[format],
      // Codes alone, so that no other form of the name is needed.
      "Content-Disposition": `attachment; filename="${file.name.replace(/[^\w.-]/g, "_")}"`,
      "Content-Length": String(file.bytes.byteLength),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

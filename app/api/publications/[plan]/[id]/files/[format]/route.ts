import type { NextRequest } from "next/server";
import type { PublicationFormat } from "@/lib/domain/publication";
import { htmlPolicy } from "@/lib/publication/html/policy";
import { publicationFileAddress } from "@/lib/schemas/publications/publication-address";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";

const ooxml = "application/vnd.openxmlformats-officedocument";
const mediaTypes: Record<PublicationFormat, string> = {
  pdf: "application/pdf",
  docx: `${ooxml}.wordprocessingml.document`,
  html: "text/html; charset=utf-8",
  xlsx: `${ooxml}.spreadsheetml.sheet`,
  csv: "application/zip",
};

/** A file of a publication, to be kept; with `?open`, its web page to be read at once. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<"plan" | "id" | "format", string>> },
) {
  return signedInRead(request, async (actor) => {
    const address = publicationFileAddress.safeParse(await params);
    if (!address.success) return null;
    const { plan, id, format } = address.data;
    const file = await publicationFile(actor, plan, id, format);
    if (file === null) return null;
    const isOpened = format === "html" && request.nextUrl.searchParams.has("open");
    return new Response(file.bytes, {
      headers: {
        "Content-Type": mediaTypes[format],
        // In ASCII (`fileStem`), so no other form of the name is needed.
        "Content-Disposition": isOpened ? "inline" : `attachment; filename="${file.name}"`,
        ETag: `"${file.sha256}"`,
        ...(format === "html" && { "Content-Security-Policy": htmlPolicy(new TextDecoder().decode(file.bytes)) }),
      },
    });
  });
}

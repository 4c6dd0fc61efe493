import type { NextRequest } from "next/server";
import { htmlPolicy } from "@/lib/publication/html/policy";
import { publicationFileAddress } from "@/lib/schemas/publications/publication-address";
import { fileHeaders } from "@/lib/server/http/file-headers";
import { signedInRead } from "@/lib/server/http/signed-in-read";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";

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
        ...fileHeaders(format, file),
        ...(isOpened && { "Content-Disposition": "inline" }),
        ...(format === "html" && { "Content-Security-Policy": htmlPolicy(new TextDecoder().decode(file.bytes)) }),
      },
    });
  });
}

import { isLocale } from "@/lib/i18n/routing";
import { pictureFormats } from "@/lib/publication/picture";
import type { PictureSubject } from "@/lib/server/queries/results/page-picture";
import { pictureFile } from "@/lib/server/queries/results/picture-file";

const types = { png: "image/png", svg: "image/svg+xml; charset=utf-8" };

/** Seconds after which a reader's program may ask again. */
const RETRY_S = "5";

/**
 * A chart of a public page as a picture, in the page's language; 404 where there is no such chart, or nothing to draw, and
 * 503, which is kept nowhere, while too many others wait for theirs.
 */
export async function pictureResponse(
  params: PictureSubject & { locale: string; chart: string; format: string },
): Promise<Response> {
  const { locale, chart, format: asked, ...subject } = params;
  const format = pictureFormats.find((each) => each === asked);
  const file = format && isLocale(locale) ? await pictureFile(subject, chart, locale, format) : null;
  if (!format || !file) return new Response(null, { status: 404 });
  if (file === "busy") return new Response(null, { status: 503, headers: { "Retry-After": RETRY_S } });
  return new Response(file.bytes, {
    headers: {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="${file.fileStem}.${format}"`,
    },
  });
}

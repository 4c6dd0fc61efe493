import "server-only";
import type { Locale } from "@/lib/i18n/routing";
import type { PictureFormat } from "@/lib/publication/picture";
import { renderPicture, TooManyPictures } from "@/lib/server/publications/render";
import { type PictureSubject, pagePicture } from "./page-picture";

/** A chart of a public page as a file. */
interface PictureFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** Its name without the extension, in ASCII. */
  fileStem: string;
}

/**
 * A chart of a public page as a picture, in the page's language.
 * @returns null where there is no such chart, or nothing to draw; "busy" while too many others wait for theirs
 */
export async function pictureFile(
  subject: PictureSubject,
  chart: string,
  locale: Locale,
  format: PictureFormat,
): Promise<PictureFile | "busy" | null> {
  const picture = await pagePicture(subject, chart, locale);
  if (!picture) return null;
  const { block, frame, language, fileStem } = picture;
  try {
    return { bytes: await renderPicture(block, frame, language, format), fileStem };
  } catch (error) {
    if (error instanceof TooManyPictures) return "busy";
    throw error;
  }
}

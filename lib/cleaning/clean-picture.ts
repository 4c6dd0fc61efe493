import sharp from "sharp";
import { Unclean } from "./unclean";

/** No camera that people carry makes more; 4 bytes each while it is drawn. */
const MOST_PIXELS = 50_000_000;
/** Larger ones are drawn smaller: a screen or a page shows no more, and a phone on a slow line waits for less. */
const LONGEST_SIDE = 4000;

// Each picture is looked at once, in a thread of its own.
sharp.cache(false);
sharp.concurrency(1);

type PictureFormat = "jpeg" | "png" | "webp" | "gif" | "tiff";

/**
 * Draws a picture anew. What else the file holds, such as where it was taken, by whom and with what, is left
 * behind, and whatever hides in its bytes.
 * @param turning.isTurned whether it is turned the right way up, as it says of itself; within a document the document says it
 * @throws Unclean
 */
export async function cleanPicture(
  bytes: Uint8Array,
  format: PictureFormat,
  { isTurned }: { isTurned: boolean },
): Promise<Uint8Array> {
  const isMoving = format === "gif";
  const seen = await sharp(bytes, { limitInputPixels: false, animated: isMoving })
    .metadata()
    .catch(() => null);
  if (!seen?.width || !seen.height || seen.format !== format) throw new Unclean("sourceDamaged");
  // Before anything is unpacked: a small file can hold a picture that fills the memory.
  if (seen.width * seen.height > MOST_PIXELS) throw new Unclean("sourceTooDemanding");
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: isMoving });
  if (isTurned) picture.rotate();
  // What moves is a pile of pictures, higher than each of them.
  if (!isMoving) picture.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
  const drawn = {
    jpeg: () => picture.jpeg({ quality: 90 }),
    png: () => picture.png(),
    webp: () => picture.webp({ quality: 90 }),
    gif: () => picture.gif(),
    tiff: () => picture.tiff({ compression: "deflate" }),
  }[format]();
  return drawn.toBuffer().catch(() => {
    throw new Unclean("sourceDamaged");
  });
}

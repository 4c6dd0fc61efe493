import { fileTypeFromBuffer } from "file-type";
import { type FileFault, type FileType, sourceFileLimits } from "@/lib/domain/source-file";
import { cleanOffice } from "./clean-office";
import { cleanPdf } from "./clean-pdf";
import { cleanPicture } from "./clean-picture";
import { Unclean } from "./unclean";

/** A file without what tells who made it, where and with what; or why it can't be taken. */
export type CleanedFile =
  | { type: FileType; bytes: Uint8Array }
  | {
      fault: FileFault;
      /** For the log: the class of an error that nobody foresaw. What it says may quote the file. */
      unforeseen?: string;
    };

/** What somebody sent as a file that others may have: what it is, only its own bytes say. */
export async function cleanFile(sent: Uint8Array): Promise<CleanedFile> {
  try {
    const { type, bytes } = await cleaned(sent);
    if (bytes.byteLength > sourceFileLimits.cleanedBytes) return { fault: "sourceTooDemanding" };
    return { type, bytes };
  } catch (error) {
    if (error instanceof Unclean) return { fault: error.fault };
    if (isTooMuch(error)) throw error;
    return { fault: "sourceDamaged", unforeseen: error instanceof Error ? error.constructor.name : typeof error };
  }
}

/** What the engine says where something grows beyond what it can hold: whoever asked says what becomes of it. */
const isTooMuch = (error: unknown) =>
  error instanceof RangeError && /call stack|allocation|invalid .*length|size exceeded/i.test(error.message);

const upright = { isTurned: true };
const zip = [0x50, 0x4b, 0x03, 0x04];

async function cleaned(sent: Uint8Array): Promise<{ type: FileType; bytes: Uint8Array }> {
  // Which of its kinds a package is, its parts say; nothing is unpacked to guess.
  if (zip.every((byte, at) => sent[at] === byte)) return cleanOffice(sent);
  const { mime } = (await fileTypeFromBuffer(sent)) ?? {};
  switch (mime) {
    case "application/pdf":
      return { type: "pdf", bytes: await cleanPdf(sent) };
    case "image/jpeg":
      return { type: "jpeg", bytes: await cleanPicture(sent, "jpeg", upright) };
    case "image/png":
    case "image/apng":
      return { type: "png", bytes: await cleanPicture(sent, "png", upright) };
    case "image/webp":
      return { type: "webp", bytes: await cleanPicture(sent, "webp", upright) };
    case "application/x-cfb":
      throw new Unclean("sourceOldOffice");
    default:
      throw new Unclean(/^image\/(heic|heif|avif)/.test(mime ?? "") ? "sourceHeic" : "sourceUnknown");
  }
}

import "server-only";
import { createHash } from "node:crypto";
import type { FileKey } from "@/lib/server/files/file-key";
import { files } from "@/lib/server/files/files";

/** @param folder with its kind: `fill/7-8` */
export async function keepFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await files.put(`${folder}/${sha256}` as FileKey, bytes);
  return sha256;
}

import "server-only";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "@/lib/server/db/client";

/** What the system calls a file or folder that can't be used: what is wrong, and what to do short of naming another one. */
const wrongPlace: Readonly<Record<string, readonly [cause: string, advice: string]>> = {
  EACCES: ["this user has no permission there", "Give it to them"],
  EPERM: ["this user has no permission there", "Give it to them"],
  EROFS: ["nothing may be written there", "Allow it"],
  ENOTDIR: ["a file stands where a folder is needed", "Move it away"],
  EEXIST: ["a file stands where a folder is needed", "Move it away"],
  EISDIR: ["a folder stands where a file is needed", "Move it away"],
  ENOENT: ["there is no such file or folder", "Make it"],
};

/** What it calls a disk that takes no more; the last is PostgreSQL's own, but for what it ended of. */
const full = ["ENOSPC", "EDQUOT", "53100"];

const ofData = "SPAIV_DATA_DIR";

type DiskError = NodeJS.ErrnoException & { dest?: string };

/** That a file or folder can't be used, as a sentence for whoever starts the server or a command; null for any other error. */
export function diskFault(error: unknown): string | null {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    const { code = "", syscall, path: from, dest = from } = fault as DiskError;
    if (full.includes(code) || /No space left on device/.test(fault.message)) {
      return `The disk is full${dest ? `: nothing more can be written to ${dest}` : ""}. Make room, and do it again.`;
    }
    // A socket and a program have such codes too, and no path or another one.
    if (dest && !/^(?:connect|listen|bind|spawn)/.test(syscall ?? "") && wrongPlace[code]) {
      if (!isOfData(dest)) return sentence(dest, code);
      // Where the folder itself won't do, the setting is wrong; making folders in it says less of the cause.
      return folderFault(ofData, dataFolder()) ?? sentence(dest, code, ofData);
    }
  }
  return null;
}

const isOfData = (place: string) => `${path.resolve(place)}${path.sep}`.startsWith(`${dataFolder()}${path.sep}`);

function sentence(place: string, code: string, variable?: string): string {
  const [cause, advice] = wrongPlace[code] ?? [code, "Mend that"];
  return `${place} can't be used: ${cause}. ${advice}, or name another place${variable ? ` in ${variable}` : ""}.`;
}

/** Why a folder that a setting names can't be written to, or made, as a sentence; null where it can. It makes nothing. */
export function folderFault(variable: string, folder: string): string | null {
  try {
    let standing = folder;
    let found = statSync(standing, { throwIfNoEntry: false });
    while (!found) {
      standing = path.dirname(standing);
      found = statSync(standing, { throwIfNoEntry: false });
    }
    if (!found.isDirectory()) return sentence(folder, "ENOTDIR", variable);
    accessSync(standing, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return sentence(folder, (error as NodeJS.ErrnoException).code ?? "", variable);
  }
}

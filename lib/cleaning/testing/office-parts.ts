import { strFromU8, unzipSync } from "fflate";
import { cleanFile } from "../clean-file";
import { docx, packed, xlsx } from "./authored-files";

type Changes = Record<string, string | Uint8Array>;

/** A Word document with these parts, or these put into its text. */
export async function word(changes: Changes | string): Promise<Uint8Array> {
  const parts = unzipSync(await docx());
  const name = "word/document.xml";
  if (typeof changes !== "string") return packed({ ...parts, ...changes });
  return packed({ ...parts, [name]: strFromU8(parts[name]!).replace("<w:p>", `<w:p>${changes}`) });
}

/** The parts of a document once it is clean. */
export async function cleanParts(file: Uint8Array): Promise<Record<string, Uint8Array>> {
  const found = await cleanFile(file);
  if ("fault" in found) throw new Error(found.fault);
  return unzipSync(found.bytes);
}

export const cleanPart = async (file: Uint8Array, name: string) => strFromU8((await cleanParts(file))[name]!);

/** A workbook whose one sheet has this in it. */
export const sheet = (within: string) => xlsx({ "xl/worksheets/sheet1.xml": `<worksheet>${within}</worksheet>` });

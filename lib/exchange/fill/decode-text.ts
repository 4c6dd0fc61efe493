import { FileRefusal } from "./file-refusal";

/** UNODC's dataset of the whole world is about half of this. */
export const maximumBytes = 20 * 1024 * 1024;

const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04], // .xlsx and .ods are zip archives
  [0xd0, 0xcf, 0x11, 0xe0], // .xls
];
const wideMarks = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, index) => bytes[index] === byte);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000e-\u001f]/;

/**
 * A file's bytes as text with `\n` at each line's end and no byte order mark.
 * @throws {FileRefusal} empty, tooLarge, spreadsheet, notText, notUtf8
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > maximumBytes) throw new FileRefusal("tooLarge", { megabytes: maximumBytes / 1024 / 1024 });
  if (spreadsheets.some((start) => startsWith(bytes, start))) throw new FileRefusal("spreadsheet", {});
  if (wideMarks.some((start) => startsWith(bytes, start))) throw new FileRefusal("notUtf8", {});
  if (bytes.includes(0)) throw new FileRefusal("notText", {});
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefusal("notUtf8", {});
  }
  if (controlCharacter.test(text)) throw new FileRefusal("notText", {});
  if (text.trim() === "") throw new FileRefusal("empty", {});
  return text.replace(/\r\n?/g, "\n");
}

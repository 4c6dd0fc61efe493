/** What a file is by its own bytes; what its name and its sender say of it counts for nothing. */
export const fileTypes = ["pdf", "jpeg", "png", "webp", "docx", "xlsx", "pptx"] as const;
export type FileType = (typeof fileTypes)[number];

/** How a file's name ends, by what it is. */
export const fileEndings: Record<FileType, string> = {
  pdf: ".pdf",
  jpeg: ".jpg",
  png: ".png",
  webp: ".webp",
  docx: ".docx",
  xlsx: ".xlsx",
  pptx: ".pptx",
};

/** Who can be recognised in a picture has a say in it. */
export const isPicture = (type: FileType): boolean => type === "jpeg" || type === "png" || type === "webp";

/** How much somebody may send along with one text; a file that was cleaned may be somewhat larger than what was sent. */
export const sourceFileLimits = { files: 5, bytes: 20 * 1024 * 1024, cleanedBytes: 30 * 1024 * 1024, name: 100 };

/** Why a file isn't taken: each says what its owner can do about it. Codes are keys of the namespace `errors`. */
export const fileFaults = [
  /** None of the types above. */
  "sourceUnknown",
  /** A photo as iPhones keep them. */
  "sourceHeic",
  /** An office document of the years before 2007, or one with a password, which looks the same. */
  "sourceOldOffice",
  "sourceEncrypted",
  "sourceSigned",
  /** A PDF that does something by itself, or carries other files. */
  "sourceActive",
  "sourceMacros",
  /** An office document that reads other files, or has an object of another program within. */
  "sourceLinked",
  /** Words that somebody struck out, and that are still there for whoever looks for them. */
  "sourceDeletions",
  "sourceHiddenSheets",
  "sourceHiddenSlides",
  /** A pivot table keeps all that it was made of. */
  "sourcePivots",
  /** It holds something from which nobody can take out who made it, such as a film. */
  "sourceUncleanable",
  /** More pixels, parts, bytes or time than a document needs. */
  "sourceTooDemanding",
  "sourceDamaged",
] as const;
export type FileFault = (typeof fileFaults)[number];

/**
 * A name under which a file is offered: the words that somebody gave it, as every disk can hold them, with the ending of what
 * it is. No path, no control or bidi characters.
 */
export function sourceFileName(title: string, type: FileType): string {
  const words = title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}"*/:<>?\\|]+/gu, " ")
    .replace(/\s+/g, " ");
  const ending = fileEndings[type];
  const bare = words.trim().toLowerCase().endsWith(ending) ? words.trim().slice(0, -ending.length) : words;
  const short = [...bare].slice(0, sourceFileLimits.name).join("");
  // Windows takes neither at an end; a point at the beginning hides a file.
  return `${short.replace(/^[.\s]+|[.\s]+$/g, "") || "file"}${ending}`;
}

/** What a file is called until somebody says otherwise: its name on their device, without its path and its ending. */
export function titleOfFile(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!;
  const bare = last.replace(/\.[\p{L}\p{N}]{1,5}$/u, "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return [...bare.replace(/[\s_]+/g, " ").trim()].slice(0, sourceFileLimits.name).join("");
}

import "server-only";
import { sourceFileLimits } from "@/lib/domain/source-file";

const MB = 1024 * 1024;
const sha256 = "[0-9a-f]{64}";

interface Shape {
  /** Of what follows the kind. */
  shape: RegExp;
  mostBytes: number;
}

/**
 * Kinds of kept files. Their names are folders of the data folder and of backups, and stay as earlier versions gave them.
 * Files of publications are none of them: they stand in the database, where they come with the state that offers them, go
 * with their publication, and are on every server and in every backup of one moment.
 */
const kinds = {
  /** Imported into a report, for good: by its unit and period. */
  fill: { shape: new RegExp(`^\\d+(-\\d+)?/${sha256}$`), mostBytes: 16 * MB },
  /** Waits for a person's answers: by person, unit and period. */
  "fill-waiting": { shape: new RegExp(`^\\d+/\\d+-\\d+/${sha256}$`), mostBytes: 16 * MB },
  /** Added to what somebody says, cleaned, by its first two digits and its hash, whoever else adds the same. */
  source: { shape: /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/, mostBytes: sourceFileLimits.cleanedBytes },
  /** That the row of a source was dropped on purpose, and since when one has none: by its hash. In no backup. */
  "source-dropped": { shape: new RegExp(`^${sha256}$`), mostBytes: 1 },
  "source-unnamed": { shape: new RegExp(`^${sha256}$`), mostBytes: 1 },
  /** A web page that somebody looks at before they ask for the publication. Soon gone, and in no backup. */
  preview: { shape: new RegExp(`^${sha256}$`), mostBytes: 64 * MB },
} satisfies Record<string, Shape>;

export type FileKind = keyof typeof kinds;

/** Which file: made by `fileKey` from ids and hashes alone. */
export type FileKey = `${FileKind}/${string}`;

export class InvalidFileKey extends Error {
  constructor() {
    // It may hold what somebody sent.
    super("A file was asked for by something that is no key.");
  }
}

/**
 * @param parts ids and hashes; nothing that somebody sent fits in but a hash
 * @throws InvalidFileKey
 */
export function fileKey(kind: FileKind, ...parts: readonly (string | number)[]): FileKey {
  const key: FileKey = `${kind}/${parts.join("/")}`;
  mostBytesOf(key);
  return key;
}

/**
 * What every store asks first, whoever made the key.
 * @throws InvalidFileKey
 */
export function mostBytesOf(key: string): number {
  const end = key.indexOf("/");
  const name = key.slice(0, end);
  const kind = Object.hasOwn(kinds, name) ? kinds[name as FileKind] : null;
  if (!kind?.shape.test(key.slice(end + 1))) throw new InvalidFileKey();
  return kind.mostBytes;
}

/** Whether a name below the folder of all files is a file's, not a draft's or a stranger's. */
export function isFileKey(name: string): name is FileKey {
  try {
    mostBytesOf(name);
    return true;
  } catch {
    return false;
  }
}

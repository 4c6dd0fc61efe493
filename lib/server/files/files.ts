import "server-only";
import { log } from "@/lib/server/log/log";
import { DiskStore } from "./disk-store";
import type { FileStore } from "./file-store";
import { type S3Settings, s3Settings } from "./s3-settings";
import { S3Store } from "./s3-store";

const disk = new DiskStore();
let known: { settings: string; store: S3Store } | null = null;

/** The store of these settings: made once, for its keys of a day are worked out once. */
function bucket(settings: S3Settings): S3Store {
  const of = JSON.stringify(settings);
  if (known?.settings !== of) known = { settings: of, store: new S3Store(settings) };
  return known.store;
}

/** Where files are kept: in a bucket where one is set, else in the data folder. */
function store(): FileStore {
  const settings = s3Settings();
  return settings ? bucket(settings) : disk;
}

export const files: FileStore = {
  put: (...asked) => store().put(...asked),
  open: (...asked) => store().open(...asked),
  read: (...asked) => store().read(...asked),
  list: (...asked) => store().list(...asked),
  remove: (...asked) => store().remove(...asked),
  removeDrafts: (...asked) => store().removeDrafts(...asked),
};

/**
 * Says in the log where a bucket doesn't answer at a start. The server starts all the same: what needs no files is served, and
 * what does says that they are away.
 */
export async function sayWhetherFilesAnswer(): Promise<void> {
  const settings = s3Settings();
  if (!settings) return;
  await bucket(settings)
    .mustAnswer()
    .then(
      () => log.info({ bucket: settings.bucket }, "Files are kept in a bucket."),
      (error: Error) => log.error({ bucket: settings.bucket }, error.message),
    );
}

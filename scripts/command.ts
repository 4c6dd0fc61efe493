import { createTranslator } from "use-intl/core";
import { Refusal } from "@/lib/domain/refusal";
import errors from "@/lib/i18n/messages/en/errors.json";
import { refuseWrongSettings, UnsafeStart } from "@/lib/server/auth/safe-start";
import { BackupFault } from "@/lib/server/backup/backup-file";
import { closeDatabase } from "@/lib/server/db/client";
import { FolderInUse } from "@/lib/server/db/folder-lock";
import { MigrationRefused, NewerDatabase, OlderDatabase } from "@/lib/server/db/migrate";
import { unreachable } from "@/lib/server/db/unreachable";
import { diskFault } from "@/lib/server/disk-fault";

/** Something to tell whoever runs a command, without a trace of where it arose. */
export class Told extends Error {}

const told = [Told, FolderInUse, UnsafeStart, BackupFault, NewerDatabase, OlderDatabase, MigrationRefused];

/** A sentence for whoever runs this; null for a defect, which shows as it is. */
function sentence(error: unknown): string | null {
  if (told.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!(error instanceof Refusal)) return diskFault(error) ?? unreachable(error);
  const t = createTranslator<{ errors: Record<string, string> }>({ locale: "en", messages: { errors } });
  return `${t(`errors.${error.code}`, { ...error.args })}. Nothing was changed.`;
}

/** Runs a command to its end; what it throws is told on stderr, and the exit code is 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    // Before anything is opened: a wrong address of a database would look like one that is away.
    refuseWrongSettings();
    await work();
  } catch (error) {
    tell(error);
  }
  // What failed may fail again as it is closed, of the same disk: that was said.
  await closeDatabase().catch((error) => process.exitCode || tell(error));
  // A connection that failed as it signed in is left open by pg, for as long as the database's patience lasts (a minute).
  if (process.exitCode) process.exit();
}

function tell(error: unknown) {
  console.error(sentence(error) ?? error);
  process.exitCode = 1;
}

/**
 * What `parse` reads of the command's arguments.
 * @throws Told with the usage where they can't be read
 */
export function readArguments<T>(usage: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Told(`${(error as Error).message}\n${usage}`);
  }
}

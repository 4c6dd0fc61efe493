import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { type FileKey, fileKey } from "@/lib/server/files/file-key";
import type { StoredFile } from "@/lib/server/files/file-store";
import { files } from "@/lib/server/files/files";
import type { LocatedReport } from "../reports/locate-report";

type Place = Pick<LocatedReport, "unit" | "period">;

const sha256Pattern = /^[0-9a-f]{64}$/;
const nameOf = ({ unit, period }: { unit: { id: number }; period: { id: number } }) => `${unit.id}-${period.id}`;

/** A file that waits for a person's answers: nobody else imports it, and nobody has many. */
const waitingKey = (actor: Pick<Actor, "id">, place: Place, sha256: string) =>
  fileKey("fill-waiting", actor.id, nameOf(place), sha256);

/** A file that was imported into a report, for good. */
const importedKey = (place: Place, sha256: string) => fileKey("fill", nameOf(place), sha256);

/** Files of one person that wait at once; one more, and the oldest goes. */
const MOST_WAITING = 5;
const HOUR_MS = 3600 * 1000;
/** So long a person may think about a preview. */
const WAITS_MS = 24 * HOUR_MS;

/** Keeps a file until the person has answered, and gives its hash. */
export async function keepToImport(actor: Actor, located: Place, bytes: Uint8Array, now: Date): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await files.put(waitingKey(actor, located, sha256), bytes);
  await files.remove(outdated(await files.list("fill-waiting", actor.id), now));
  return sha256;
}

/** A file that waits for this person's answers, or that was imported into the report already; null where there is none. */
export async function readToImport(actor: Actor, located: Place, sha256: string): Promise<Uint8Array | null> {
  if (!sha256Pattern.test(sha256)) return null;
  return (await files.read(waitingKey(actor, located, sha256))) ?? (await files.read(importedKey(located, sha256)));
}

/** Before it is imported: whatever the database names can be read again. */
export const keepImported = (located: Place, sha256: string, bytes: Uint8Array): Promise<void> =>
  files.put(importedKey(located, sha256), bytes);

/** After it was imported. */
export const endWaiting = (actor: Actor, located: Place, sha256: string): Promise<void> =>
  files.remove([waitingKey(actor, located, sha256)]);

/** Of one person's files: those of yesterday, and all but the newest. */
function outdated(waiting: readonly StoredFile[], now: Date): FileKey[] {
  const newest = waiting.toSorted((one, other) => +other.seen - +one.seen);
  return newest.filter((file, index) => index >= MOST_WAITING || isOld(file, now)).map(({ key }) => key);
}

const isOld = ({ seen }: StoredFile, now: Date) => +seen < +now - WAITS_MS;

/** Throws away what nobody waits for any more, whoever it belonged to, and what was imported into no report after all. */
export async function discardOutdated(now: Date): Promise<void> {
  await files.removeDrafts(now);
  const personOf = ({ key }: StoredFile) => key.split("/")[1];
  const waiting = await files.list("fill-waiting");
  for (const person of new Set(waiting.map(personOf))) {
    const theirs = waiting.filter((file) => personOf(file) === person);
    await files.remove(outdated(theirs, now));
  }
  const kept = await files.list("fill");
  const imported = await (await db()).fileImport.findMany({
    select: { sha256: true, report: { select: { unitId: true, periodId: true } } },
  });
  const named = new Set(
    imported.map(({ sha256, report: { unitId, periodId } }) => `fill/${unitId}-${periodId}/${sha256}`),
  );
  await files.remove(kept.filter((file) => !named.has(file.key) && isOld(file, now)).map(({ key }) => key));
}

import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { discard, type KeptFile, keepFile, keptBelow, readKept } from "@/lib/server/storage";
import type { LocatedReport } from "../reports/locate-report";

// Folders of the data folder, and of the backups of earlier versions: they keep the names that those gave them.

type Place = Pick<LocatedReport, "unit" | "period">;

/** Files that wait for a person's answers, by person: nobody else imports them, and nobody has many. */
const WAITING = "fill-waiting";
const waitingOf = (actor: Pick<Actor, "id">) => `${WAITING}/${actor.id}`;
const waitingFor = (actor: Pick<Actor, "id">, place: Place) => `${waitingOf(actor)}/${nameOf(place)}`;
const nameOf = ({ unit, period }: { unit: { id: number }; period: { id: number } }) => `${unit.id}-${period.id}`;

/** Files that were imported into reports, for good. */
const IMPORTED = "fill";
const importedInto = (place: Place) => `${IMPORTED}/${nameOf(place)}`;

/** Files of one person that wait at once; one more, and the oldest goes. */
const MOST_WAITING = 5;
const HOUR_MS = 3600 * 1000;
/** So long a person may think about a preview. */
const WAITS_MS = 24 * HOUR_MS;

/** Keeps a file until the person has answered, and gives its hash. */
export async function keepToImport(actor: Actor, located: Place, bytes: Uint8Array, now: Date): Promise<string> {
  const sha256 = await keepFile(waitingFor(actor, located), bytes);
  await discard(outdated(await keptBelow(waitingOf(actor)), now));
  return sha256;
}

/** A file that waits for this person's answers, or that was imported into the report already; null where there is none. */
export const readToImport = async (actor: Actor, located: Place, sha256: string): Promise<Uint8Array | null> =>
  (await readKept(waitingFor(actor, located), sha256)) ?? (await readKept(importedInto(located), sha256));

/** Before it is imported: whatever the database names can be read again. */
export const keepImported = (located: Place, bytes: Uint8Array): Promise<string> =>
  keepFile(importedInto(located), bytes);

/** After it was imported. */
export const endWaiting = (actor: Actor, located: Place, sha256: string): Promise<void> =>
  discard([{ folder: waitingFor(actor, located), name: sha256 }]);

/** Of one person's files: drafts left behind, those of yesterday, and all but the newest. */
function outdated(files: readonly KeptFile[], now: Date): KeptFile[] {
  const whole = files.filter(({ isDraft }) => !isDraft).sort((one, other) => +other.seen - +one.seen);
  return [
    ...whole.slice(MOST_WAITING),
    ...whole.slice(0, MOST_WAITING).filter(isOlder(now, WAITS_MS)),
    ...drafts(files, now),
  ];
}

/** Nobody writes one file for an hour. */
const drafts = (files: readonly KeptFile[], now: Date) =>
  files.filter(({ isDraft }) => isDraft).filter(isOlder(now, HOUR_MS));

const isOlder =
  (now: Date, ms: number) =>
  ({ seen }: KeptFile) =>
    +seen < +now - ms;

/** Throws away what nobody waits for any more, whoever it belonged to, and what was imported into no report after all. */
export async function discardOutdated(now: Date): Promise<void> {
  const waiting = await keptBelow(WAITING);
  const personOf = ({ folder }: KeptFile) => folder.split("/")[1];
  for (const person of new Set(waiting.map(personOf)))
    await discard(
      outdated(
        waiting.filter((file) => personOf(file) === person),
        now,
      ),
    );
  const kept = await keptBelow(IMPORTED);
  const imported = await (await db()).fileImport.findMany({
    select: { sha256: true, report: { select: { unitId: true, periodId: true } } },
  });
  const named = new Set(
    imported.map(({ sha256, report }) => `${IMPORTED}/${report.unitId}-${report.periodId}/${sha256}`),
  );
  const unnamed = kept.filter(({ isDraft, folder, name }) => !isDraft && !named.has(`${folder}/${name}`));
  await discard([...unnamed.filter(isOlder(now, WAITS_MS)), ...drafts(kept, now)]);
}

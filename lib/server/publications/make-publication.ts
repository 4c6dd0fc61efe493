import "server-only";
import { createHash } from "node:crypto";
import {
  extensionOf,
  fileStem,
  type PublicationFormat,
  type PublicationStep,
  publicationAfter,
  statesBefore,
} from "@/lib/domain/publication";
import { mustKnowContent, packContent } from "@/lib/publication/content";
import { writeAudit } from "@/lib/server/audit/write";
import { raisePlatforms } from "@/lib/server/civil-society/hold-platform";
import { db, type Transaction } from "@/lib/server/db/client";
import type { JobContext } from "@/lib/server/jobs/job-kind";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";
import { transaction } from "@/lib/server/transaction";
import { holdingWhatWent } from "./holding-taken-down";
import { publicationEvent, storedSettings } from "./publication-row";
import { readContent } from "./read-content";
import { renderFile } from "./render";

/** Bytes as the database takes them. */
type Bytes = Uint8Array<ArrayBuffer>;

type Job = JobContext<{ publication: number }>;
type Say = (step: PublicationStep) => Promise<void>;

/** What a publication is made of, and the results version that says so. */
interface Content {
  content: Bytes;
  version: number;
  /** How often words of the plan had been taken down for safety before it was read. */
  erased: number;
}

interface MadeFile {
  format: PublicationFormat;
  name: string;
  sha256: string;
  size: number;
  bytes: Bytes;
}

/**
 * Makes a publication that waits for this job: all its files at once, or none. Whatever goes wrong on the way, and a process
 * that ends on it, gives it back by `takeBack`.
 */
export async function makePublication(job: Job): Promise<void> {
  const begun = await begin(job);
  if (!begun) return;
  const say: Say = (step) => job.progress(step);
  if (begun.kept) await mustKnowContent(begun.kept.content);
  let made = begun.kept ?? (await readAndKeep(job, begun, say));
  // What is taken down while it is made is in none of its files.
  while (!(await keep(job, begun, made, await renderAll(job, begun, made, say))))
    made = await readAndKeep(job, begun, say);
}

async function renderAll(job: Job, begun: Begun, { content }: Content, say: Say): Promise<MadeFile[]> {
  const stem = fileStem(begun.plan.code, begun.settings);
  const files: MadeFile[] = [];
  for (const format of begun.settings.formats) {
    await say(format);
    const bytes = await renderFile(content, format, job.signal);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({ format, name: `${stem}.${extensionOf[format]}`, sha256, size: bytes.byteLength, bytes });
  }
  await say("keeping");
  return files;
}

type Begun = NonNullable<Awaited<ReturnType<typeof begin>>>;

/** Null for one that doesn't wait for this job any more. */
function begin(job: Job) {
  const id = job.payload.publication;
  return transaction(async (tx) => {
    await job.hold(tx);
    const [row] = await tx.publication.updateManyAndReturn({
      where: { id, jobId: job.id, state: { in: statesBefore("begin") } },
      data: { state: "making" },
      select: {
        id: true,
        planId: true,
        unitId: true,
        meetingId: true,
        platformReportId: true,
        settings: true,
        requestedBy: true,
        content: true,
        version: true,
        plan: { select: { code: true } },
      },
    });
    if (!row) return null;
    const { settings, content, version, ...of } = row;
    // What it was made of an earlier time. A take-down that finds this row waits for it.
    const kept: Content | null =
      content && version !== null ? { content, version, erased: await wordsErased(tx, of.planId) } : null;
    // What was taken down since may stand in it: then it is read anew.
    const isSpoilt = kept !== null && (await holdsWhatWent(tx, of));
    const stored = storedSettings(settings);
    // Papers are made again because what they say has changed.
    return { ...of, settings: stored, kept: isSpoilt || stored.kind === "paperSet" ? null : kept };
  });
}

const holdsWhatWent = async (tx: Transaction, { id, planId }: { id: number; planId: number }) =>
  (await holdingWhatWent(tx, planId, [id])).size > 0;

/** Reads the results and keeps what they say, before any file is made of it: made again, the files are the same. */
async function readAndKeep(job: Job, begun: Begun, say: Say): Promise<Content> {
  const { id, planId, plan, settings } = begun;
  const client = await db();
  for (;;) {
    await say("reading");
    const [erased, readAt] = [await wordsErased(client, planId), new Date()];
    const { version, presentVersion, textIds, ...read } = await readContent(plan.code, settings);
    await say("wording");
    const content = await packContent(read);
    const isKept = await transaction(async (tx) => {
      await job.hold(tx);
      await holdPlan(tx, planId);
      if ((await wordsErased(tx, planId)) !== erased) return false;
      await tx.publication.update({ where: { id }, data: { content, version, presentVersion, textIds, readAt } });
      // Files of what it said before go first: from here on nothing knows what in them isn't public any more.
      await tx.publicationFile.deleteMany({ where: { publicationId: id } });
      return true;
    });
    if (isKept) return { content, version, erased };
  }
}

/** Whatever is taken down waits for this lock. */
const holdPlan = (tx: Transaction, planId: number) => tx.$queryRaw`SELECT 1 FROM plan WHERE id = ${planId} FOR SHARE`;

async function wordsErased(client: Pick<Transaction, "plan">, id: number): Promise<number> {
  return (await client.plan.findUniqueOrThrow({ where: { id }, select: { wordsErased: true } })).wordsErased;
}

/** @returns false where something was taken down meanwhile that may stand in the files: they aren't kept */
async function keep(job: Job, begun: Begun, { version, erased }: Content, files: MadeFile[]): Promise<boolean> {
  const { id, plan, settings, requestedBy } = begun;
  return transaction(async (tx) => {
    await job.hold(tx);
    await holdPlan(tx, begun.planId);
    if ((await wordsErased(tx, begun.planId)) !== erased || (await holdsWhatWent(tx, begun))) return false;
    const state = publicationAfter("finish", "making");
    await tx.publication.update({ where: { id, state: "making" }, data: { state, finishedAt: new Date() } });
    await tx.publicationFile.deleteMany({ where: { publicationId: id } });
    for (const file of files) await tx.publicationFile.create({ data: { publicationId: id, ...file } });
    await writeAudit(tx, {
      ...publicationEvent(begun, plan.code, settings),
      actorId: requestedBy,
      isByJob: true,
      action: "publicationMade",
      before: { state: "making" },
      after: { state, version, files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])) },
    });
    if (begun.meetingId !== null) await raiseAreaVersion(tx, begun.planId, "meetings");
    if (begun.platformReportId !== null) await raisePlatforms(tx, begun.planId);
    return true;
  });
}

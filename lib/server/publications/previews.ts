import "server-only";
import { createHash } from "node:crypto";
import { type PreviewStep, type PublicationSettings, previewSteps } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import type { Job } from "@/lib/server/db/generated/client";
import { fileKey } from "@/lib/server/files/file-key";
import { cancelJob, enqueue, wantFor } from "@/lib/server/jobs/enqueue";
import { running, stopJob, wakeJobs } from "@/lib/server/jobs/running";
import { log } from "@/lib/server/log/log";
import { keptPage, type PreviewPage } from "./kept-previews";
import { previewJob } from "./preview-job";

// Previews take as long as publications, but nobody hands them to a minister: they are one person's apart from another's, are
// forgotten soon, and end when nobody waits for them. A job makes each, on whichever server; what is ready stands among the
// files, where every server finds it.

export type PreviewAnswer =
  | { state: "making"; step: PreviewStep }
  | { state: "ready"; page: PreviewPage }
  | { state: "stopped" | "failed" };

/** What somebody wants to see. The caller has asked whether they may. */
interface PreviewWish {
  plan: string;
  settings: PublicationSettings;
  /** Person. */
  by: number;
}

/** One that nobody asks for so long after an answer is given up, and sooner if all went away. */
const UNASKED_MS = { answered: 15_000, left: 2_000 };

/** How often whoever waits looks at a job that another process may be running. */
const LOOK_MS = 500;

/**
 * The web page of a publication as it would be made now, or how far it is. Waits a moment: for it to be ready, or for a
 * step after the one that was seen.
 * @param seen null begins anew what was stopped or has failed
 * @param patience milliseconds to wait at most
 * @param gone when nobody waits for the answer any more
 */
export async function previewOf(
  wish: PreviewWish,
  seen: PreviewStep | null,
  patience: number,
  gone: AbortSignal,
): Promise<PreviewAnswer> {
  const key = await keyOf(wish);
  const page = await keptPage(fileKey("preview", key));
  if (page) return { state: "ready", page };
  const client = await db();
  const of = { kind: previewJob.name, key };
  const last = seen && (await client.job.findFirst({ where: of, orderBy: { id: "desc" }, select: said }));
  if (last && (isFailed(last) || isStopped(last))) return answerOf(last, key);
  const { plan, settings } = wish;
  const wanted = { key, wantedMs: patience + UNASKED_MS.answered };
  const id = await enqueue(client, previewJob, { key, plan, settings }, wanted);
  wakeJobs();
  const job = await changeIn(id, seen, patience, gone);
  if (gone.aborted && running.heard.listenerCount(String(id)) === 0) await wantFor(client, id, UNASKED_MS.left);
  return answerOf(job, key);
}

/** Stops what the person began, if it isn't ready; whoever waits for it in another window hears of it. */
export async function stopPreview(wish: PreviewWish): Promise<void> {
  const client = await db();
  const job = await client.job.findFirst({
    where: { kind: previewJob.name, key: await keyOf(wish), state: { in: ["waiting", "running"] } },
    select: { id: true },
  });
  if (!job) return;
  await cancelJob(client, job.id);
  stopJob(job.id);
}

/** The files that somebody chose make no difference, and a newer results version makes all of it. */
async function keyOf({ plan, settings: { formats: _, ...settings }, by }: PreviewWish): Promise<string> {
  const client = await db();
  const latest = await client.resultsVersion.findFirst({
    where: { plan: { code: plan } },
    orderBy: { version: "desc" },
    // Another database that stood here before had other results of that number.
    select: { version: true, createdAt: true },
  });
  return createHash("sha256")
    .update(JSON.stringify([by, plan, latest, settings]))
    .digest("hex");
}

const said = { state: true, step: true, wantedUntil: true, finishedAt: true } as const;
type Said = Pick<Job, keyof typeof said>;

const isOver = ({ state }: Said) => state !== "waiting" && state !== "running";
const isFailed = ({ state }: Said) => state === "failed";
/** By the person, rather than given up because nobody wanted it any more. */
const isStopped = ({ state, wantedUntil, finishedAt }: Said) => state === "cancelled" && finishedAt! < wantedUntil!;
const stepOf = ({ state, step }: Said) =>
  (state === "running" && previewSteps.find((each) => each === step)) || "waiting";

async function answerOf(job: Said, key: string): Promise<PreviewAnswer> {
  if (isFailed(job)) return { state: "failed" };
  if (isStopped(job)) return { state: "stopped" };
  // What was given up for want of interest is begun anew by whoever asks again, as these do.
  if (job.state !== "done") return { state: "making", step: stepOf(job) };
  const page = await keptPage(fileKey("preview", key));
  if (page) return { state: "ready", page };
  log.error("A preview was made, but its page isn't among this server's files. Servers share SPAIV_DATA_DIR.");
  return { state: "failed" };
}

/** Comes back when it is over, or at a step after the one seen (the first time no step counts), or after a while. */
async function changeIn(id: number, seen: PreviewStep | null, patience: number, gone: AbortSignal): Promise<Said> {
  const client = await db();
  const end = performance.now() + patience;
  const isNew = (job: Said) => seen !== null && previewSteps.indexOf(stepOf(job)) > previewSteps.indexOf(seen);
  let goOn = () => {};
  const hear = () => goOn();
  running.heard.on(String(id), hear);
  gone.addEventListener("abort", hear);
  try {
    for (;;) {
      const left = end - performance.now();
      // Before it is read: what is said meanwhile isn't missed.
      const word = new Promise<void>((resolve) => {
        goOn = resolve;
        setTimeout(resolve, Math.min(LOOK_MS, left)).unref();
      });
      const job = await client.job.findUniqueOrThrow({ where: { id }, select: said });
      if (isOver(job) || isNew(job) || gone.aborted || left <= 0) return job;
      await word;
    }
  } finally {
    running.heard.off(String(id), hear);
    gone.removeEventListener("abort", hear);
  }
}

import "server-only";
import { createHash } from "node:crypto";
import { extensionOf, fileStem, type PublicationFormat, publicationAfter } from "@/lib/domain/publication";
import { mustKnowContent, packContent, UnknownContentFormat } from "@/lib/publication/content";
import { writeAudit } from "@/lib/server/audit/write";
import { log } from "@/lib/server/log/log";
import { transaction } from "@/lib/server/transaction";
import { type Claim, claim, giveUp, holdsClaim, keepAlive, keepContent, say } from "./claim";
import { publicationEvent } from "./publication-row";
import { readContent } from "./read-content";
import { renderFile } from "./render";
import { whileMaking } from "./running";

/** Bytes as the database takes them. */
type Bytes = Uint8Array<ArrayBuffer>;

interface MadeFile {
  format: PublicationFormat;
  name: string;
  sha256: string;
  size: number;
  bytes: Bytes;
}

/**
 * Makes a publication that waits for it: all its files at once, or none. Whatever goes wrong on the way marks it failed;
 * a process that ends on the way leaves it to `recoverLost`.
 */
export async function makePublication(id: number): Promise<void> {
  const claimed = await claim(id);
  if (!claimed) return;
  await whileMaking(claimed, async (stop) => {
    const alive = keepAlive(claimed, stop);
    try {
      await make(claimed, stop.signal);
    } catch (error) {
      // Cancelled, or somebody else goes on with it.
      if (stop.signal.aborted || !(await holdsClaim(claimed))) return;
      log.error({ err: error, publication: id }, "A publication failed.");
      await giveUp(claimed, error instanceof UnknownContentFormat ? "contentFormat" : "other");
    } finally {
      alive.end();
    }
  });
}

async function make(claimed: Claim, stop: AbortSignal): Promise<void> {
  if (claimed.content) await mustKnowContent(claimed.content.content);
  const { content, version } = claimed.content ?? (await contentOf(claimed));
  stop.throwIfAborted();
  const stem = fileStem(claimed.plan, claimed.settings);
  const files: MadeFile[] = [];
  for (const format of claimed.settings.formats) {
    await say(claimed, format);
    const bytes = await renderFile(content, format, stop);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({ format, name: `${stem}.${extensionOf[format]}`, sha256, size: bytes.byteLength, bytes });
  }
  await say(claimed, "keeping");
  await keep(claimed, version, files);
}

/** Reads the results and keeps what they say, before any file is made of it: made again, the files are the same. */
async function contentOf(claimed: Claim): Promise<{ content: Bytes; version: number }> {
  await say(claimed, "reading");
  const { version, ...read } = await readContent(claimed.plan, claimed.settings);
  await say(claimed, "wording");
  const content = await packContent(read);
  await keepContent(claimed, { content, version });
  return { content, version };
}

async function keep(claimed: Claim, version: number, files: MadeFile[]): Promise<void> {
  const { id, plan, settings, requestedBy } = claimed;
  await transaction(async (tx) => {
    const { count } = await tx.publication.updateMany({
      where: { id, attempt: claimed.attempt, state: "making" },
      data: { state: publicationAfter("finish", "making"), finishedAt: new Date() },
    });
    if (count === 0) return;
    await tx.publicationFile.deleteMany({ where: { publicationId: id } });
    for (const file of files) await tx.publicationFile.create({ data: { publicationId: id, ...file } });
    await writeAudit(tx, {
      ...publicationEvent(claimed, plan, settings),
      actorId: requestedBy,
      action: "publicationMade",
      before: { state: "making" },
      after: { state: "ready", version, files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])) },
    });
  });
}

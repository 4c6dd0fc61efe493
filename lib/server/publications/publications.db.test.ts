import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { verifyStream } from "@/lib/server/audit/verify";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { JobWorker } from "@/lib/server/jobs/worker";
import { log } from "@/lib/server/log/log";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { auditWhere } from "@/test/factories/make-report";
import { publicationJob } from "./publication-job";
import { now, Publishing } from "./testing/publishing";

const given = new Publishing("publications");

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a publication", () => {
  it("comes by way of the queue", async () => {
    const worker = new JobWorker([publicationJob]);
    await worker.start(true);
    const id = await given.request({ formats: ["csv"] });
    await vi.waitFor(async () => expect((await given.read(id)).state).toBe("ready"), { timeout: 60_000, interval: 20 });
    await worker.stop();
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
  });

  it("is made whole, says from which version, and leaves its events", async () => {
    const id = await given.request();
    expect(await given.read(id)).toMatchObject({ state: "queued", files: [], version: null, percent: 0 });
    await given.make(id);
    const made = await given.read(id);
    expect(made).toMatchObject({
      state: "ready",
      version: 2,
      requestedBy: "Officer secretariat",
      unitName: "Thailand",
    });
    expect(made.files.map(({ name }) => name)).toEqual([
      `${given.plan.code}-2016-country-tha-en.xlsx`,
      `${given.plan.code}-2016-country-tha-en.zip`,
    ]);
    for (const { format, sha256: said, size } of made.files) {
      const file = await publicationFile(given.plan.actors.secretariat, given.plan.code, id, format);
      expect(sha256(file!.bytes)).toBe(said);
      expect(file!.bytes.byteLength).toBe(size);
    }
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
    expect(await verifyStream(given.database.prisma, `publication:${id}`)).toMatchObject({ intact: true });
  });

  it("is the same to the byte when it is made again, whatever was approved since", async () => {
    const id = await given.request();
    await given.make(id);
    const first = await given.read(id);
    await given.approve("KHM");
    await makePublicationAgain(given.plan.actors.secretariat, given.plan.code, id, now);
    await given.make(id);
    const again = await given.read(id);
    expect(again.version).toBe(2);
    expect(again.files).toEqual(first.files);
  });

  it("that was kept in an older form fails with a reason, and keeps its files", async () => {
    const id = await given.request({ formats: ["csv"] });
    await given.make(id);
    const { files } = await given.read(id);
    const { content } = await given.database.prisma.publication.findUniqueOrThrow({ where: { id } });
    const older = gzipSync(gunzipSync(content!).toString("utf8").split("\n").slice(1).join("\n"));
    await given.database.prisma.publication.update({ where: { id }, data: { content: new Uint8Array(older) } });
    await makePublicationAgain(given.plan.actors.secretariat, given.plan.code, id, now);
    const told = vi.spyOn(log, "error").mockImplementation(() => {});
    await given.make(id);
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
    expect(await given.read(id)).toMatchObject({ state: "failed", failure: "contentFormat", files });
    const where = { stream: `publication:${id}`, action: "publicationFailed" };
    const [event] = await auditWhere(given.database.prisma, where);
    expect(event).toMatchObject({ after: { state: "failed", failure: "contentFormat" } });
    await makePublicationAgain(given.plan.actors.secretariat, given.plan.code, id, now);
    expect(await given.read(id)).toMatchObject({ state: "queued", failure: null });
  });

  it("is the same to the byte for the same settings and version, whoever asks", async () => {
    const [one, other] = [await given.request(), await given.request({}, given.plan.actors.thailand)];
    await given.make(one);
    await given.make(other);
    expect((await given.read(other)).files).toEqual((await given.read(one)).files);
  });

  it("is made once, however many take it up", async () => {
    const id = await given.request();
    await Promise.all([given.make(id), given.make(id), given.make(id)]);
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
  });
});

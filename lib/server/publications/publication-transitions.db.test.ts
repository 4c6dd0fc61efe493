import { describe, expect, it, vi } from "vitest";
import { verifyStream } from "@/lib/server/audit/verify";
import { cancelPublication } from "@/lib/server/commands/cancel-publication";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { running, stopJob } from "@/lib/server/jobs/running";
import { now, Publishing, refusal, settings } from "@/lib/server/publications/testing/publishing";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { publicationOf } from "@/lib/server/queries/publications/publication-list";
import { auditWhere } from "@/test/factories/make-report";
import * as publicationRow from "./publication-row";

const given = new Publishing("transitions");

/** The next command judges the publication before the work, and writes after it. */
function judgedBefore(work: () => Promise<void>) {
  const { mustLocatePublication } = publicationRow;
  const locating = vi.spyOn(publicationRow, "mustLocatePublication");
  locating.mockImplementationOnce(async (...about) => {
    locating.mockRestore();
    const judged = await mustLocatePublication(...about);
    await work();
    return judged;
  });
}

describe("a publication that is given up", () => {
  it("isn't made, and can be made again", async () => {
    const id = await given.request();
    await cancelPublication(given.plan.actors.secretariat, given.plan.code, id, now);
    await given.make(id);
    expect(await given.read(id)).toMatchObject({ state: "cancelled", files: [] });
    await expect(cancelPublication(given.plan.actors.secretariat, given.plan.code, id, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await makePublicationAgain(given.plan.actors.secretariat, given.plan.code, id, now);
    await given.make(id);
    expect(await given.read(id)).toMatchObject({ state: "ready" });
  });

  it("keeps no file of what was on the way", async () => {
    const id = await given.request({ formats: ["pdf", "xlsx"] });
    const making = given.make(id);
    await given.isMaking(id);
    await cancelPublication(given.plan.actors.secretariat, given.plan.code, id, now);
    await making;
    expect(await given.read(id)).toMatchObject({ state: "cancelled", files: [] });
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationCancelled"]);
  });
});

describe("a publication that is deleted", () => {
  it("is gone with its files, and the audit log keeps what it was", async () => {
    const id = await given.request();
    await given.make(id);
    const { files } = await given.read(id);
    await deletePublication(given.plan.actors.thailand, given.plan.code, id);
    const { secretariat } = given.plan.actors;
    expect(await publicationOf(secretariat, given.plan.code, id, "en")).toBeNull();
    expect(await publicationFile(secretariat, given.plan.code, id, "csv")).toBeNull();
    expect((await given.list(secretariat))?.publications).toEqual([]);
    expect(await given.database.prisma.publicationFile.count({ where: { publicationId: id } })).toBe(0);
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationMade", "publicationDeleted"]);
    const where = { stream: `publication:${id}`, action: "publicationDeleted" };
    const [event] = await auditWhere(given.database.prisma, where);
    expect(event).toMatchObject({
      actorId: given.plan.actors.thailand.id,
      before: {
        state: "ready",
        version: 2,
        settings: settings(),
        files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
      },
    });
    expect(await verifyStream(given.database.prisma, `publication:${id}`)).toMatchObject({ intact: true });
    await expect(deletePublication(secretariat, given.plan.code, id)).rejects.toThrow(refusal("notFound"));
  });

  it("can't be while it waits or is made", async () => {
    const id = await given.request();
    const { secretariat } = given.plan.actors;
    await expect(deletePublication(secretariat, given.plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    const making = given.make(id);
    await given.isMaking(id);
    await expect(deletePublication(secretariat, given.plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await given.read(id)).toMatchObject({ state: "making" });
    await cancelPublication(secretariat, given.plan.code, id, now);
    await making;
    await deletePublication(secretariat, given.plan.code, id);
    await given.make(id);
    expect(await publicationOf(secretariat, given.plan.code, id, "en")).toBeNull();
  });

  it("isn't once somebody has it made again", async () => {
    const id = await given.request();
    await given.make(id);
    const { secretariat, thailand } = given.plan.actors;
    judgedBefore(() => makePublicationAgain(thailand, given.plan.code, id, now));
    await expect(deletePublication(secretariat, given.plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    const left = await given.read(id);
    expect(left).toMatchObject({ state: "queued", files: [{ format: "xlsx" }, { format: "csv" }] });
    await given.make(id);
    judgedBefore(async () => {
      await makePublicationAgain(thailand, given.plan.code, id, now);
      await given.make(id);
    });
    await expect(deletePublication(secretariat, given.plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    expect((await given.actionsOf(id)).at(-1)).toBe("publicationMade");
  });
});

describe("cancelling and making again at once", () => {
  it("stops the job that was cancelled and no other", async () => {
    const id = await given.request();
    const making = given.make(id);
    await given.isMaking(id);
    const [first] = running.stops.keys();
    await cancelPublication(given.plan.actors.secretariat, given.plan.code, id, now);
    await makePublicationAgain(given.plan.actors.secretariat, given.plan.code, id, now);
    await making;
    const again = given.make(id);
    await given.isMaking(id);
    // As the command does that judged the first job and comes to its end late.
    stopJob(first!);
    await again;
    expect(await given.read(id)).toMatchObject({ state: "ready" });
  });

  it("refuses what was judged of another job", async () => {
    const id = await given.request();
    const { secretariat } = given.plan.actors;
    await given.leave(id);
    judgedBefore(async () => {
      await cancelPublication(secretariat, given.plan.code, id, now);
      await makePublicationAgain(secretariat, given.plan.code, id, now);
      await given.leave(id);
    });
    await expect(cancelPublication(secretariat, given.plan.code, id, now)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await given.read(id)).toMatchObject({ state: "making" });
    expect(await given.actionsOf(id)).toEqual([
      "publicationRequested",
      "publicationCancelled",
      "publicationRequestedAgain",
    ]);
  });
});

import { utimesSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { files } from "@/lib/server/files/files";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { beat, claimJob } from "@/lib/server/jobs/job-rows";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { log } from "@/lib/server/log/log";
import { forgetPreviewsJob } from "./kept-previews";
import { previewJob } from "./preview-job";
import { previewOf, stopPreview } from "./previews";
import { anotherServer, here, holdDrawing, Previewing, soon } from "./testing/previewing";

const given = new Previewing();
const { wish } = given;

describe("a preview", { tags: ["long"] }, () => {
  it("that one server made is shown by another one, until it is forgotten", async () => {
    await given.make();
    const page = await given.made(5);
    const another = await anotherServer();
    expect(another.previewOf).not.toBe(previewOf);
    expect(await another.previewOf(wish(5), null, 0, here())).toEqual({ state: "ready", page });
    // Another person's it isn't.
    expect((await another.previewOf(wish(6), null, 0, here())).state).toBe("making");
    await another.stopPreview(wish(6));
    const forget = async () => runJob(forgetPreviewsJob, await enqueue(given.database.prisma, forgetPreviewsJob, {}));
    await forget();
    expect((await previewOf(wish(5), null, 0, here())).state).toBe("ready");
    for (const { key } of await files.list("preview")) utimesSync(path.join(given.data, "files", key), 0, 0);
    await forget();
    expect(await files.list("preview")).toEqual([]);
    // Also for a window that was open all the while.
    expect((await previewOf(wish(5), "html", 0, here())).state).toBe("making");
    await stopPreview(wish(5));
  });

  it("that one server makes is followed and shown by another one, and made once", async () => {
    const another = await anotherServer();
    const { drawing, letDraw } = await holdDrawing();
    expect(await another.previewOf(wish(1), null, 0, here())).toEqual({ state: "making", step: "waiting" });
    const follows = another.previewOf(wish(1), "reading", 60_000, here());
    await given.make();
    expect(await follows).toEqual({ state: "making", step: "html" });
    const both = [previewOf(wish(1), "html", 60_000, here()), another.previewOf(wish(1), "html", 60_000, here())];
    await given.areWaiting(1);
    await given.areWaiting(1, another);
    letDraw();
    const [own, others] = await Promise.all(both);
    expect(own).toMatchObject({ state: "ready" });
    expect(others).toEqual(own);
    expect(drawing).toHaveBeenCalledOnce();
    expect(await given.onlyJob()).toMatchObject({ attempt: 1 });
  });

  it("whose server is lost is made by the next one", async () => {
    expect((await previewOf(wish(2), null, 0, here())).state).toBe("making");
    const lost = (await claimJob([previewJob.name]))!;
    await beat(lost, { step: "html", part: null });
    expect(await previewOf(wish(2), "reading", 60_000, here())).toEqual({ state: "making", step: "html" });
    const waits = previewOf(wish(2), "html", 60_000, here());
    await given.areWaiting(1);
    await given.make();
    expect((await waits).state).toBe("ready");
    expect(await given.onlyJob()).toMatchObject({ state: "done", lost: 1 });
  });

  it("that became ready meanwhile isn't made again", async () => {
    await given.make();
    await given.made(3);
    const { payload } = await given.onlyJob();
    const { drawing } = await holdDrawing();
    const again = await enqueue(given.database.prisma, previewJob, previewJob.payload.parse(payload));
    await runJob(previewJob, again);
    expect((await given.jobs()).map(({ state }) => state)).toEqual(["done", "done"]);
    expect(drawing).not.toHaveBeenCalled();
  });

  it("ends in windows of all servers, whichever is told to stop it", async () => {
    const another = await anotherServer();
    const { drawing } = await holdDrawing();
    await given.make();
    expect((await previewOf(wish(4), "reading", 60_000, here())).state).toBe("making");
    const windows = [previewOf, another.previewOf].map((ask) => ask(wish(4), "html", 60_000, here()));
    await given.areWaiting(1);
    await given.areWaiting(1, another);
    await another.stopPreview(wish(4));
    expect(await Promise.all(windows)).toEqual([{ state: "stopped" }, { state: "stopped" }]);
    // Whoever makes it hears of it at their next heartbeat.
    await soon(() => expect(drawing.mock.calls[0]?.[1].aborted).toBe(true));
  });

  it("that was given up because all had left one server is begun anew for whoever asks on at another", async () => {
    expect((await previewOf(wish(6), null, 0, here())).state).toBe("making");
    const claim = (await claimJob([previewJob.name]))!;
    const another = await anotherServer();
    const follows = another.previewOf(wish(6), "html", 60_000, here());
    await given.areWaiting(1, another);
    await given.database.prisma.job.update({ where: { id: claim.id }, data: { wantedUntil: new Date(0) } });
    expect(await beat(claim)).toBe(false);
    expect(await follows).toEqual({ state: "making", step: "waiting" });
    await given.make();
    expect((await another.previewOf(wish(6), "html", 60_000, here())).state).toBe("ready");
    expect((await given.jobs()).map(({ state }) => state)).toEqual(["cancelled", "done"]);
  });

  it("has failed where its page isn't among the files of the server that is asked", async () => {
    const told = vi.spyOn(log, "error").mockImplementation(() => {});
    const { drawing, letDraw } = await holdDrawing();
    await given.make();
    const waits = previewOf(wish(7), "html", 60_000, here());
    await soon(() => expect(drawing).toHaveBeenCalledOnce());
    vi.spyOn(files, "read").mockResolvedValue(null);
    letDraw();
    expect((await waits).state).toBe("failed");
    expect(told.mock.calls.flat().join()).toContain("SPAIV_DATA_DIR");
  });
});

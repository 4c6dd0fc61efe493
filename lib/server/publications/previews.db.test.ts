import { describe, expect, it, vi } from "vitest";
import { type PreviewStep, type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { stopPublicationPreview } from "@/lib/server/commands/stop-publication-preview";
import { fileKey } from "@/lib/server/files/file-key";
import { files } from "@/lib/server/files/files";
import { log } from "@/lib/server/log/log";
import { publicationPreview } from "@/lib/server/queries/publications/publication-preview";
import { keepPage, type PreviewPage } from "./kept-previews";
import { previewOf, stopPreview } from "./previews";
import * as reading from "./read-content";
import * as rendering from "./render";
import { here, holdDrawing, Previewing, settings, soon } from "./testing/previewing";

const given = new Previewing();
const { wish } = given;
const text = (page: PreviewPage) => new TextDecoder().decode(page.bytes);

describe("a preview", () => {
  it("says each step while it is made, and stands ready for the person then, whatever files they chose", {
    tags: ["long"],
  }, async () => {
    const read = reading.readDocument;
    let letRead = () => {};
    const isLet = new Promise<void>((resolve) => {
      letRead = resolve;
    });
    vi.spyOn(reading, "readDocument").mockImplementationOnce(async (...of) => {
      await isLet;
      return read(...of);
    });
    const { letDraw } = await holdDrawing();
    const asked = (seen: PreviewStep | null) => previewOf(wish(1), seen, seen ? 60_000 : 0, here());
    expect(await asked(null)).toEqual({ state: "making", step: "waiting" });
    await given.make();
    expect(await asked("waiting")).toEqual({ state: "making", step: "reading" });
    letRead();
    expect(await asked("reading")).toEqual({ state: "making", step: "html" });
    letDraw();
    const answer = await asked("html");
    if (answer.state !== "ready") throw new Error(answer.state);
    const { page } = answer;
    expect(/<h1>[^<]*/.exec(text(page))?.[0]).toBe("<h1>Progress of the region, 2016");
    expect(page.policy).toContain("default-src 'none'");
    const again = await previewOf(wish(1, { formats: ["csv"] }), null, 0, here());
    expect(again).toEqual({ state: "ready", page });
  });

  it("is one of few that are kept", async () => {
    for (let n = 0; n < 30; n++)
      await keepPage(fileKey("preview", n.toString(16).padStart(64, "0")), new Uint8Array(1));
    expect(await files.list("preview")).toHaveLength(24);
  });

  it("is made anew of a newer results version", async () => {
    await given.make();
    const before = await given.made(1, { sections: ["findings"] });
    await given.approve("KHM");
    const after = await given.made(1, { sections: ["findings"] });
    const versionIn = (page: PreviewPage) => Number(/results version (\d+)/.exec(text(page))?.[1]);
    expect(versionIn(after)).toBe(versionIn(before) + 1);
  });

  it("ends for the person who stops it, in all their windows, and for nobody else", async () => {
    const { secretariat } = given.plan.actors;
    const more: Partial<PublicationSettings> = { sections: ["method"] };
    const { drawing } = await holdDrawing();
    await given.make();
    const asked = (seen: PreviewStep | null) => previewOf(wish(secretariat.id, more), seen, 60_000, here());
    expect(await asked("reading")).toEqual({ state: "making", step: "html" });
    const own = [asked("html"), asked("html")];
    await given.areWaiting(2);
    const other = previewOf(wish(99, more), "html", 60_000, here());
    await stopPublicationPreview(secretariat, given.plan.code, settings(more));
    expect(await Promise.all(own)).toEqual([{ state: "stopped" }, { state: "stopped" }]);
    expect(drawing.mock.calls[0]?.[1].aborted).toBe(true);
    expect((await other).state).toBe("ready");
    // A window that asked between two steps hears of it as well; whoever asks anew begins anew.
    expect((await asked("html")).state).toBe("stopped");
    expect((await asked(null)).state).toBe("ready");
  });

  it("is read for when no other is, also one that was stopped", async () => {
    const read = reading.readDocument;
    const said: string[] = [];
    const [first, next] = (["method", "notes"] as const).map((section) => wish(11, { sections: [section] }));
    vi.spyOn(reading, "readDocument").mockImplementation(async (plan, given) => {
      const of = given.sections.join();
      said.push(`begins ${of}`);
      if (of === "method") await nextIsBegun();
      const document = await read(plan, given);
      said.push(`ends ${of}`);
      return document;
    });
    const nextIsBegun = () =>
      soon(async () => expect((await given.jobs()).map(({ state }) => state)).toEqual(["cancelled", "running"]));
    await given.make();
    expect(await previewOf(first!, "waiting", 60_000, here())).toEqual({ state: "making", step: "reading" });
    await stopPreview(first!);
    expect((await previewOf(next!, "html", 60_000, here())).state).toBe("ready");
    expect(said).toEqual(["begins method", "ends method", "begins notes", "ends notes"]);
  });

  it("goes on while anybody waits for it, whoever leaves", async () => {
    const more: Partial<PublicationSettings> = { sections: ["notes"] };
    const people = [new AbortController(), new AbortController()];
    const [waits, leaves] = people.map(({ signal }) => previewOf(wish(1, more), "html", 60_000, signal));
    await given.areWaiting(2);
    const { id } = await given.onlyJob();
    const wantedUntil = new Date("2999-01-01");
    await given.database.prisma.job.update({ where: { id }, data: { wantedUntil } });
    people[1]!.abort();
    expect((await leaves)?.state).toBe("making");
    expect((await given.onlyJob()).wantedUntil).toEqual(wantedUntil);
    people[0]!.abort();
    expect((await waits)?.state).toBe("making");
    const soonOver = (await given.onlyJob()).wantedUntil!;
    expect(+soonOver).toBeLessThan(+wantedUntil);
    // Who comes back wants it as much as before.
    const back = previewOf(wish(1, more), "html", 60_000, here());
    await given.areWaiting(1);
    expect(+(await given.onlyJob()).wantedUntil!).toBeGreaterThan(+soonOver);
    await given.make();
    expect((await back).state).toBe("ready");
    expect(await given.onlyJob()).toMatchObject({ id, attempt: 1 });
  });

  it("all are made, one after another, when many are asked for at once", { tags: ["long"] }, async () => {
    await given.make();
    const chosen = sectionsOfKind.regional.flatMap((section) =>
      (["THA", "KHM"] as const).map((country) => ({ sections: [section], countries: [country] })),
    );
    const pages = await Promise.all(chosen.map((more, index) => given.made(100 + (index % 3), more)));
    expect(pages).toHaveLength(16);
  });

  it("says that it couldn't be made, and is tried again when it is asked for anew", async () => {
    const told = vi.spyOn(log, "error").mockImplementation(() => {});
    vi.spyOn(rendering, "renderWebPage").mockRejectedValueOnce(new Error("planted"));
    await given.make();
    const asked = (seen: PreviewStep | null) => previewOf(wish(7), seen, 60_000, here());
    expect((await asked("html")).state).toBe("failed");
    const planted = { err: new Error("planted"), kind: "preview", plan: given.plan.code };
    expect(told.mock.calls[0]?.[0]).toMatchObject(planted);
    expect((await asked("html")).state).toBe("failed");
    expect((await asked(null)).state).toBe("ready");
  });

  it("is nothing for whoever may make none", async () => {
    const { cso } = given.plan.actors;
    await expect(publicationPreview(cso, given.plan.code, settings(), null, here())).rejects.toThrow("notFound");
    await expect(stopPublicationPreview(cso, given.plan.code, settings())).rejects.toThrow("notFound");
  });
});

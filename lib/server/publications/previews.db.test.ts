import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type PreviewStep, type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { stopPublicationPreview } from "@/lib/server/commands/stop-publication-preview";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { files } from "@/lib/server/files/disk-store";
import { fileKey } from "@/lib/server/files/file-key";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { log } from "@/lib/server/log/log";
import { publicationPreview } from "@/lib/server/queries/publication-preview";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { forgetPreviewsJob, keepPage, type PreviewPage } from "./kept-previews";
import { previewOf, stopPreview } from "./previews";
import * as rendering from "./render";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
const data = mkdtempSync(path.join(tmpdir(), "spaiv-previews-"));
beforeAll(async () => {
  process.env.SPAIV_DATA_DIR = data;
  database = await testDatabase();
  plan = await makeReporting(database.prisma, "previews");
  await approve("THA");
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function approve(unit: "THA" | "KHM") {
  const values = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
  const { rowVersion } = await makeReport(database.prisma, plan, { unit, period: "2016", state: "submitted", values });
  await approveAsShown(plan.actors.secretariat, plan.address(unit, "2016"), { rowVersion }, now);
}

const here = () => new AbortController().signal;
const settings = (more: Partial<PublicationSettings> = {}): PublicationSettings => ({
  ...{
    kind: "regional",
    unit: "REGION",
    period: "2016",
    goal: null,
    release: null,
    countries: ["THA", "KHM"],
    language: "en",
  },
  ...{ sections: [...sectionsOfKind.regional], isInternal: false, formats: ["pdf"] },
  ...more,
});

const text = (page: PreviewPage) => new TextDecoder().decode(page.bytes);
const wish = (by: number, more?: Partial<PublicationSettings>) => ({ plan: plan.code, settings: settings(more), by });

/** Asks with no patience at first, so that it is under way, then as the page of each step does, until it is over. */
async function made(by: number, more?: Partial<PublicationSettings>) {
  const steps: PreviewStep[] = [];
  let answer = await previewOf(wish(by, more), null, 0, here());
  while (answer.state === "making") {
    steps.push(answer.step);
    answer = await previewOf(wish(by, more), answer.step, 60_000, here());
  }
  if (answer.state !== "ready") throw new Error(answer.state);
  return { steps, page: answer.page };
}

describe("a preview", () => {
  it("says each step while it is made, and stands ready for the person then, whatever files they chose", async () => {
    const { steps, page } = await made(1);
    expect(steps.slice(-2)).toEqual(["reading", "html"]);
    expect(/<h1>[^<]*/.exec(text(page))?.[0]).toBe("<h1>Progress of the region, 2016");
    expect(page.policy).toContain("default-src 'none'");
    const again = await previewOf(wish(1, { formats: ["csv"] }), null, 0, here());
    expect(again).toEqual({ state: "ready", page });
  });

  it("that one server made is shown by another one, until it is forgotten", async () => {
    const { page } = await made(5);
    vi.resetModules();
    const another = await import("./previews");
    expect(another.previewOf).not.toBe(previewOf);
    expect(await another.previewOf(wish(5), null, 0, here())).toEqual({ state: "ready", page });
    // Another person's it isn't.
    expect((await another.previewOf(wish(6), null, 0, here())).state).toBe("making");
    await another.stopPreview(wish(6));
    const forget = async () => runJob(forgetPreviewsJob, await enqueue(database.prisma, forgetPreviewsJob, {}));
    await forget();
    expect((await previewOf(wish(5), null, 0, here())).state).toBe("ready");
    for (const { key } of await files.list("preview")) utimesSync(path.join(data, "files", key), 0, 0);
    await forget();
    expect(await files.list("preview")).toEqual([]);
    expect((await previewOf(wish(5), null, 0, here())).state).toBe("making");
    await stopPreview(wish(5));
  });

  it("is one of few that are kept", async () => {
    for (let n = 0; n < 30; n++)
      await keepPage(fileKey("preview", n.toString(16).padStart(64, "0")), new Uint8Array(1));
    expect(await files.list("preview")).toHaveLength(24);
  });

  it("is made anew of a newer results version", async () => {
    const before = await made(1, { sections: ["findings"] });
    await approve("KHM");
    const after = await made(1, { sections: ["findings"] });
    const versionIn = (page: PreviewPage) => Number(/results version (\d+)/.exec(text(page))?.[1]);
    expect(versionIn(after.page)).toBe(versionIn(before.page) + 1);
  });

  it("ends for the person who stops it, in all their windows, and for nobody else", async () => {
    const { secretariat } = plan.actors;
    const sections = ["method"] as const;
    const [own, other] = [secretariat.id, 99].map((by) =>
      previewOf(wish(by, { sections: [...sections] }), "html", 60_000, here()),
    );
    // Both have begun: whoever asks now hears how far it is.
    expect((await previewOf(wish(secretariat.id, { sections: [...sections] }), null, 0, here())).state).toBe("making");
    await stopPublicationPreview(secretariat, plan.code, settings({ sections: [...sections] }));
    expect((await own)?.state).toBe("stopped");
    expect((await other)?.state).toBe("ready");
    expect((await made(secretariat.id, { sections: [...sections] })).page).toBeDefined();
  });

  it("goes on while anybody waits for it, whoever leaves", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const leaving = new AbortController();
    const sections = ["notes" as const];
    const waits = previewOf(wish(1, { sections }), "html", 60_000, here());
    const left = previewOf(wish(1, { sections }), "html", 60_000, leaving.signal);
    leaving.abort();
    expect((await left).state).toBe("making");
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await waits).state).toBe("ready");
  });

  it("all are made, one after another, when many are asked for at once", async () => {
    const chosen = sectionsOfKind.regional.flatMap((section) =>
      (["THA", "KHM"] as const).map((country) => ({ sections: [section], countries: [country] })),
    );
    const answers = await Promise.all(chosen.map((more, index) => made(100 + (index % 3), more)));
    expect(answers).toHaveLength(16);
  });

  it("says that it couldn't be made, and is tried again when it is asked for again", async () => {
    const told = vi.spyOn(log, "error").mockImplementation(() => {});
    vi.spyOn(rendering, "renderWebPage").mockRejectedValueOnce(new Error("planted"));
    const first = await previewOf(wish(7), "html", 60_000, here());
    expect(first.state).toBe("failed");
    expect(told.mock.calls[0]?.[0]).toMatchObject({ err: new Error("planted") });
    expect((await previewOf(wish(7), "html", 60_000, here())).state).toBe("ready");
  });

  it("is nothing for whoever may make none", async () => {
    await expect(publicationPreview(plan.actors.cso, plan.code, settings(), null, here())).rejects.toThrow("notFound");
    await expect(stopPublicationPreview(plan.actors.cso, plan.code, settings())).rejects.toThrow("notFound");
  });
});

import "server-only";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import { type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { running } from "@/lib/server/jobs/running";
import { JobWorker } from "@/lib/server/jobs/worker";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import type { PreviewPage } from "../kept-previews";
import { previewJob } from "../preview-job";
import { previewOf } from "../previews";

/** Of somebody who stays. */
export const here = () => new AbortController().signal;

export const settings = (more: Partial<PublicationSettings> = {}): PublicationSettings => ({
  kind: "regional",
  unit: "REGION",
  period: "2016",
  goal: null,
  release: null,
  language: "en",
  countries: ["THA", "KHM"],
  sections: [...sectionsOfKind.regional],
  isInternal: false,
  formats: ["pdf"],
  ...more,
});

/** A database and files for a file of tests, and a plan in which Thailand's report of 2016 is approved; a queue for each test. */
export class Previewing {
  database!: Database;
  plan!: Reporting;
  readonly data = mkdtempSync(path.join(tmpdir(), "spaiv-previews-"));
  #worker: JobWorker | null = null;

  constructor() {
    beforeAll(async () => {
      process.env.SPAIV_DATA_DIR = this.data;
      this.database = await testDatabase();
      this.plan = await makeReporting(this.database.prisma, "previews");
      await this.approve("THA");
    });
    afterAll(async () => {
      await this.database.close();
      rmSync(this.data, { recursive: true });
      delete process.env.SPAIV_DATA_DIR;
    });
    afterEach(async () => {
      await this.#worker?.stop();
      this.#worker = null;
      vi.restoreAllMocks();
      await this.database.prisma.job.deleteMany();
    });
  }

  async approve(unit: "THA" | "KHM") {
    const values = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
    const report = { unit, period: "2016", state: "submitted", values } as const;
    const { rowVersion } = await makeReport(this.database.prisma, this.plan, report);
    const now = new Date("2017-05-01T04:00:00Z");
    await approveAsShown(this.plan.actors.secretariat, this.plan.address(unit, "2016"), { rowVersion }, now);
  }

  wish = (by: number, more?: Partial<PublicationSettings>) => ({ plan: this.plan.code, settings: settings(more), by });

  /** From now on this server makes previews. */
  async make() {
    this.#worker = new JobWorker([previewJob]);
    await this.#worker.start(true);
  }

  /** Asks with no patience at first, so that it is under way, then as the page of each step does, until it is over. */
  async made(by: number, more?: Partial<PublicationSettings>): Promise<PreviewPage> {
    let answer = await previewOf(this.wish(by, more), null, 0, here());
    while (answer.state === "making") answer = await previewOf(this.wish(by, more), answer.step, 60_000, here());
    if (answer.state !== "ready") throw new Error(answer.state);
    return answer.page;
  }

  jobs = () => this.database.prisma.job.findMany({ orderBy: { id: "asc" } });

  async onlyJob() {
    const jobs = await this.jobs();
    expect(jobs).toHaveLength(1);
    return jobs[0]!;
  }

  /** So many wait on a server for the only job. */
  areWaiting(count: number, server = { running }) {
    const waiting = async () => server.running.heard.listenerCount(String((await this.onlyJob()).id));
    return soon(async () => expect(await waiting()).toBe(count));
  }
}

export const soon = (assert: () => void | Promise<void>) => vi.waitFor(assert, { timeout: 20_000, interval: 5 });

/** Previews as another server has them: it makes none, and hears nothing of what is made here. */
export async function anotherServer() {
  const holder = globalThis as typeof globalThis & { spaivJobs?: typeof running };
  const own = holder.spaivJobs;
  vi.resetModules();
  delete holder.spaivJobs;
  try {
    return { ...(await import("../previews")), ...(await import("@/lib/server/jobs/running")) };
  } finally {
    holder.spaivJobs = own;
    vi.resetModules();
  }
}

/** Who draws a page next waits until they are let. */
export async function holdDrawing() {
  const rendering = await import("../render");
  const draw = rendering.renderWebPage;
  let letDraw = () => {};
  const isLet = new Promise<void>((resolve) => {
    letDraw = resolve;
  });
  const drawing = vi.spyOn(rendering, "renderWebPage").mockImplementationOnce(async (document, stop) => {
    await isLet;
    return draw(document, stop);
  });
  return { drawing, letDraw };
}

import "server-only";
import { afterAll, beforeAll, beforeEach, expect, vi } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { type TableView, wholeTable } from "@/lib/schemas/addresses/table-view";
import { requestPublication } from "@/lib/server/commands/request-publication";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { claimJob, reclaimLost } from "@/lib/server/jobs/job-rows";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { JobWorker } from "@/lib/server/jobs/worker";
import { publicationList, publicationOf } from "@/lib/server/queries/publications/publication-list";
import type { PublicationView } from "@/lib/views/publication-view";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { publicationJob } from "../publication-job";

/** When everything in these tests is done. */
export const now = new Date("2017-05-01T04:00:00Z");

export const settings = (more: Partial<PublicationSettings> = {}): PublicationSettings => ({
  kind: "country",
  unit: "THA",
  period: "2016",
  goal: null,
  release: null,
  countries: ["THA"],
  language: "en",
  sections: [...sectionsOfKind.country],
  isInternal: false,
  formats: ["csv", "xlsx"],
  ...more,
});

export const refusal = (code: string) => expect.objectContaining({ code });

/** A database for the file and, for each test, a plan of its own in which Thailand's report of 2016 is approved. */
export class Publishing {
  database!: Database;
  plan!: Reporting;
  #plans = 0;

  constructor(name: string) {
    beforeAll(async () => {
      this.database = await testDatabase();
    });
    afterAll(async () => {
      await this.database.close();
    });
    beforeEach(async () => {
      this.plan = await makeReporting(this.database.prisma, `${name}${++this.#plans}`);
      await this.approve("THA");
    });
  }

  async approve(unit: "THA" | "KHM") {
    const { database, plan } = this;
    const values = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
    const report = { unit, period: "2016", state: "submitted", values } as const;
    const { rowVersion } = await makeReport(database.prisma, plan, report);
    await approveAsShown(plan.actors.secretariat, plan.address(unit, "2016"), { rowVersion }, now);
  }

  async request(more?: Partial<PublicationSettings>, actor: Actor = this.plan.actors.secretariat): Promise<number> {
    return (await requestPublication(actor, this.plan.code, settings(more), now)).id;
  }

  async jobOf(id: number): Promise<number | null> {
    const row = await this.database.prisma.publication.findUnique({ where: { id }, select: { jobId: true } });
    return row?.jobId ?? null;
  }

  /** Makes it if it waits, whatever else does. */
  async make(id: number, run = publicationJob.run): Promise<void> {
    await runJob({ ...publicationJob, run }, await this.jobOf(id));
  }

  isMaking(id: number) {
    const making = async () => expect((await this.read(id)).state).toBe("making");
    return vi.waitFor(making, { timeout: 20_000, interval: 5 });
  }

  /** Leaves it half made, as a process does that ends. */
  async leave(id: number) {
    const worker = new JobWorker([publicationJob]);
    const jobId = await this.jobOf(id);
    // Whom it was taken from may be on its way to hear of that.
    const claim = await vi.waitFor(async () => {
      const claimed = await claimJob([publicationJob.name], jobId);
      expect(claimed).not.toBeNull();
      return claimed!;
    }, 20_000);
    const run = worker.run(claim);
    await this.isMaking(id);
    await worker.stop();
    await run;
    return claim;
  }

  /** As the next process does; what the one that left it had on its way to the database may come first. */
  takeBack(id: number) {
    return vi.waitFor(async () => {
      await reclaimLost([publicationJob], null);
      expect((await this.read(id)).state).not.toBe("making");
    }, 20_000);
  }

  /** As somebody's list has them, with their units for names. */
  list(actor: Actor, asked: Partial<TableView> = {}) {
    const name = ({ settings: { kind, unit } }: PublicationView) => `${kind} ${unit}`;
    const words = { name, state: ({ state }: PublicationView) => state, text: name };
    return publicationList(actor, this.plan.code, "en", { ...wholeTable, ...asked }, words);
  }

  /** As the secretariat sees it. */
  async read(id: number) {
    return (await publicationOf(this.plan.actors.secretariat, this.plan.code, id, "en"))!;
  }

  async actionsOf(id: number): Promise<string[]> {
    const events = await this.database.prisma.auditEvent.findMany({
      where: { stream: `publication:${id}` },
      orderBy: { sequence: "asc" },
    });
    return events.map(({ action }) => action);
  }
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PreviewStep, type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { approveReport } from "@/lib/server/commands/approve-report";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publicationPreview, stopPublicationPreview } from "@/lib/server/queries/publication-preview";
import { makeReport } from "@/prisma/seed/make-report";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { previewOf } from "./previews";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma, "previews");
  await approve("THA");
});
afterAll(() => database.close());

async function approve(unit: "THA" | "KHM") {
  const figures = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
  const { rowVersion } = await makeReport(database.prisma, plan, { unit, period: "2016", state: "submitted", figures });
  await approveReport(plan.actors.secretariat, plan.address(unit, "2016"), { rowVersion }, now);
}

const here = new AbortController().signal;
const settings = (more: Partial<PublicationSettings> = {}): PublicationSettings => ({
  ...{ kind: "regional", unit: "REGION", period: "2016", goal: null, countries: ["THA", "KHM"], language: "en" },
  ...{ sections: [...sectionsOfKind.regional], isInternal: false, formats: ["pdf"] },
  ...more,
});

/** Asks with no patience at first, so that it is under way, then as the page of each step does, until it is ready. */
async function made(chosen: PublicationSettings) {
  const steps: PreviewStep[] = [];
  let answer = await previewOf({ plan: plan.code, settings: chosen, by: 1 }, null, 0, here);
  while (answer.state === "making") {
    steps.push(answer.step);
    answer = await publicationPreview(plan.actors.secretariat, plan.code, chosen, answer.step, here);
  }
  return { steps, html: answer.html };
}

describe("a preview", () => {
  it("says each step while it is made, and stands ready for whoever asks then, whatever files they chose", async () => {
    const { steps, html } = await made(settings());
    expect(steps).toEqual(["reading", "html"]);
    expect(/<h1>[^<]*/.exec(html)?.[0]).toBe("<h1>Progress of the region, 2016");
    const again = await previewOf({ plan: plan.code, settings: settings({ formats: ["csv"] }), by: 2 }, null, 0, here);
    expect(again.state === "ready" && again.html === html).toBe(true);
  });

  it("is made anew of a newer publication version", async () => {
    const before = await made(settings({ sections: ["findings"] }));
    await approve("KHM");
    const after = await made(settings({ sections: ["findings"] }));
    const versionIn = (html: string) => Number(/publication version (\d+)/.exec(html)?.[1]);
    expect(versionIn(after.html)).toBe(versionIn(before.html) + 1);
  });

  it("ends when the person stops it, and for nobody else", async () => {
    const chosen = settings({ sections: ["method"] });
    const { secretariat } = plan.actors;
    const begun = () => previewOf({ plan: plan.code, settings: chosen, by: secretariat.id }, null, 0, here);
    expect(await begun()).toEqual({ state: "making", step: "reading" });
    const waiting = previewOf({ plan: plan.code, settings: chosen, by: 99 }, "reading", 60_000, here);
    await stopPublicationPreview(secretariat, plan.code, chosen);
    // Nobody waits for what was stopped; whoever asks again has it made again.
    await expect(waiting).rejects.toThrow(/aborted/);
    expect(await begun()).toEqual({ state: "making", step: "reading" });
  });

  it("is nothing for whoever may make none, also while somebody else's is ready", async () => {
    await made(settings());
    await expect(publicationPreview(plan.actors.cso, plan.code, settings(), null, here)).rejects.toThrow("notFound");
    await expect(stopPublicationPreview(plan.actors.cso, plan.code, settings())).rejects.toThrow("notFound");
  });
});

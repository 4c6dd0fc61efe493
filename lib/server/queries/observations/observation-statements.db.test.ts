import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { yourWork } from "../your-work";
import { observationForWork } from "./observation-for-work";
import { observationList } from "./observation-list";

const now = new Date("2018-03-09T04:00:00Z");
const asked = { locale: "en" as const, now };
const on = reportingTests();

const values = { "G1.1-a": { total: { kind: "number", number: "402" } } } as const;

const shadow = {
  typed: { number: "40", numerator: "", denominator: "", yesNo: "", step: "" },
  parts: new Map([["sex=female", { number: "20" }]]),
  method: "Counted",
};

/** One that waits for Thailand's reply. */
async function passed(): Promise<number> {
  const { cso, secretariat } = on.plan.actors;
  const subject = { ...on.plan.address("THA", "2016"), about: { of: "indicator" as const, code: "G1.1-a" } };
  const { id } = await addObservation(
    cso,
    subject,
    {
      kind: "questions",
      basis: "media",
      body: "What of it?",
      language: "en",
      attribution: "named",
      visibility: "public",
      sources: [{ title: "A report", url: "https://example.org/" }],
      shadow,
    },
    now,
  );
  await submitObservation(cso, { plan: on.plan.code, id, rowVersion: 1 }, now);
  await passObservation(secretariat, { plan: on.plan.code, id, rowVersion: 2 }, now);
  return id;
}

const statementsOf = (page: (actor: Actor) => Promise<unknown>, actor: Actor) =>
  statementsOfPage(on.database, on.plan.code, actor, page);

describe("statements of a page of observations", () => {
  it.each(["cso", "secretariat", "thailand", "contributor"] as const)("are few for %s", async (who) => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2015", values });
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "returned", values });
    const id = await passed();
    const actor = on.plan.actors[who];
    const counts = {
      work: await statementsOf((actor) => yourWork(actor, on.plan.code, asked), actor),
      list: await statementsOf((actor) => observationList(actor, on.plan.code, asked), actor),
      one: await statementsOf((actor) => observationForWork(actor, on.plan.code, id, asked), actor),
    };
    for (const [page, count] of Object.entries(counts)) expect(count, page).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });
});

import { expect, it } from "vitest";
import { askIfValidJob } from "@/lib/server/commitments/validity/ask-if-valid-job";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { yourWork } from "@/lib/server/queries/your-work";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { passObservation } from "./pass-observation";
import { observing } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";

const on = reportingTests();

it("asks whether it still holds of a value that became public while it waited for the check", async () => {
  const { database, plan } = on;
  const { prisma } = database;
  const { cso, secretariat } = plan.actors;
  const { add, seen } = observing(on);
  const spokenAt = new Date();
  const id = await add();
  await submitObservation(cso, await seen(id), spokenAt);
  const values = { "G2.1-a": { total: count(40) } };
  const report = await makeReport(prisma, plan, { unit: "THA", period: "2016", state: "submitted", values });
  await approveAsShown(secretariat, plan.address("THA", "2016"), report, new Date());
  const asked = () => prisma.validityQuestion.count({ where: { textId: id } });
  const lastJob = () => prisma.job.findFirstOrThrow({ where: { kind: "askIfStillValid" }, orderBy: { id: "desc" } });
  const ofApproval = await lastJob();
  await runJob(askIfValidJob, ofApproval.id);
  expect(await asked()).toBe(0);
  await passObservation(secretariat, await seen(id), new Date());
  const ofPassing = await lastJob();
  expect(ofPassing.id).toBeGreaterThan(ofApproval.id);
  await runJob(askIfValidJob, ofPassing.id);
  expect(await asked()).toBe(1);
  expect((await yourWork(cso, plan.code, { locale: "en", now: new Date() }))!.observations.waiting).toMatchObject([
    { id, waiting: "stillValid" },
  ]);
});

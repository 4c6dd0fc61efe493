import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { runJob } from "@/lib/server/jobs/testing/run-job";
import { tidyJob } from "@/lib/server/jobs/tidy-job";
import { reportingTests } from "@/test/factories/reporting-plan";
import { personalData } from "./account/personal-data";
import { statementsOfPage } from "./page-statements.testing";
import { HERE_SECONDS, whoIsHere } from "./who-is-here";

const on = reportingTests();
const here = (period = "2016") => on.plan.address("THA", period);
const ask = (actor: Actor, at: string | null = null, period?: string) => whoIsHere(actor, here(period), at);
const rows = () => on.database.prisma.presence.findMany({ where: { unitId: on.plan.unitIds.THA! } });

it("tells who else is in the same report and at which row, as far as the reader may see it", async () => {
  const { thailand, contributor, secretariat, cambodia, cso } = on.plan.actors;
  expect(await ask(thailand, "G1.1-a")).toEqual([]);
  expect(await ask(secretariat)).toEqual([{ id: thailand.id, name: thailand.name, at: "G1.1-a" }]);
  // The row isn't assigned to them, and they can be at no row that they don't see.
  const seen = await ask(contributor, "G1.1-a");
  expect(seen).toContainEqual({ id: thailand.id, name: thailand.name, at: null });
  expect(await ask(thailand, "G1.1-a")).toContainEqual({ id: contributor.id, name: contributor.name, at: null });
  await ask(contributor, "G2.1-a");
  expect(await ask(thailand, "nothing")).toContainEqual({ id: contributor.id, name: contributor.name, at: "G2.1-a" });
  expect(await ask(secretariat)).toContainEqual({ id: thailand.id, name: thailand.name, at: null });
  expect(await ask(thailand, null, "2015")).toEqual([]);
  for (const stranger of [cambodia, cso]) expect(await ask(stranger, "G1.1-a")).toBeNull();
  expect((await rows()).map(({ personId }) => personId)).not.toContain(cambodia.id);
});

it("lists nobody who may write nothing there, and tells them of the others", async () => {
  const { thailand, contributor, secretariat } = on.plan.actors;
  const auditor: Actor = { ...secretariat, roles: [{ role: "auditor", plan: null, unit: null }] };
  await ask(thailand, "G1.1-a");
  await ask(thailand, null, "2015");
  // Nothing is assigned to them.
  expect(await ask({ ...contributor, assignments: [] }, null, "2015")).toEqual([
    { id: thailand.id, name: thailand.name, at: null },
  ]);
  expect(await ask(auditor, "G1.1-a")).toEqual([{ id: thailand.id, name: thailand.name, at: "G1.1-a" }]);
  expect((await rows()).map(({ personId }) => personId)).toEqual([thailand.id, thailand.id]);
  expect(await ask(thailand)).toEqual([]);
});

it("forgets whoever hasn't asked for a while, and leaves no row of them", async () => {
  const { thailand, contributor, secretariat } = on.plan.actors;
  await ask(contributor, "G2.1-a");
  await ask(thailand);
  const long = new Date(Date.now() - (HERE_SECONDS + 5) * 1000);
  await on.database.prisma.presence.updateMany({ data: { seenAt: long } });
  expect(await ask(secretariat)).toEqual([]);
  expect((await rows()).map(({ personId }) => personId)).toEqual([secretariat.id]);
  // Whoever comes back after that is here again, whether their own row was deleted or not.
  await on.database.prisma.presence.updateMany({ data: { seenAt: long } });
  expect(await ask(secretariat)).toEqual([]);
  expect(await ask(thailand)).toMatchObject([{ id: secretariat.id }]);
});

it("leaves no row of whoever left last once jobs are tidied, and until then tells them of it", async () => {
  const { thailand, contributor } = on.plan.actors;
  await ask(contributor, "G2.1-a");
  await ask(thailand);
  const seenAt = new Date(Date.now() - (HERE_SECONDS + 5) * 1000);
  await on.database.prisma.presence.updateMany({ where: { personId: contributor.id }, data: { seenAt } });
  const { prisma } = on.database;
  await runJob(tidyJob, await enqueue(prisma, tidyJob, {}));
  expect((await rows()).map(({ personId }) => personId)).toEqual([thailand.id]);
  const unitId = on.plan.unitIds.THA;
  expect(await personalData(thailand, new Date())).toMatchObject({ presences: [{ unitId, indicatorId: null }] });
  expect(await personalData(contributor, new Date())).toMatchObject({ presences: [] });
});

it("is asked by many at once, in few statements, and tells the audit nothing", async () => {
  const { thailand, contributor, secretariat, secondReviewer } = on.plan.actors;
  await Promise.all(
    [thailand, contributor, secretariat, secondReviewer, thailand, contributor].map((actor) => ask(actor)),
  );
  expect(await ask(thailand)).toHaveLength(3);
  const count = await statementsOfPage(on.database, on.plan.code, thailand, (actor) => ask(actor));
  expect(count).toBeLessThanOrEqual(4);
  expect(await on.database.prisma.auditEvent.count({ where: { actorId: thailand.id } })).toBe(0);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorActions } from "@/lib/domain/commitments/author-actions";
import type { Actor } from "@/lib/domain/permissions";
import { eraseFromAudit } from "@/lib/server/commands/erase-from-audit";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { readAudit } from "./read";
import { writeAudit } from "./write";

let database: Database;
let plan: Reporting;
/** As earlier versions wrote it. */
const after = { revision: 1, value: { kind: "number", number: "3" } };
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const write = (stream: string, unit: string | null, said?: object) =>
    transaction((tx) =>
      writeAudit(tx, {
        stream,
        actorId: 1,
        action: "valueRecorded",
        subject: stream,
        after: said,
        place: { planId: plan.planId, unitId: unit === null ? undefined : plan.unitIds[unit] },
      }),
    );
  await write("tha", "THA", after);
  await write("khm", "KHM", after);
  await write("all", null, after);
  await write("bare", "THA");
  await write("gone", "THA", after);
  await write("user:0", "THA", after);
  await eraseFromAudit(plan.actors.administrator, { stream: "gone", sequence: 1, reason: "For a test." });
});
afterAll(() => database.close());

const both = (other: Actor): Actor => ({
  ...plan.actors.administrator,
  roles: [...plan.actors.administrator.roles, ...other.roles],
});
async function said(actor: Actor) {
  const records = await readAudit(actor, { planId: plan.planId });
  return Object.fromEntries(records.map(({ stream, sequence, said }) => [`${stream} ${sequence}`, said]));
}

describe("reading the audit", () => {
  it("is for whoever may see it", async () => {
    for (const [name, actor] of Object.entries(plan.actors))
      if (name !== "administrator")
        await expect(readAudit(actor, { planId: plan.planId }), name).rejects.toMatchObject({ code: "notAllowed" });
    expect(await readAudit(plan.actors.administrator, { planId: plan.planId, unitId: plan.unitIds.KHM })).toMatchObject(
      [{ stream: "khm", sequence: 1, action: "valueRecorded", actorId: 1 }],
    );
  });

  it("shows no exact value to whoever mayn't see the unit's", async () => {
    const withheld = { "tha 1": "withheld", "khm 1": "withheld", "all 1": "withheld", "gone 1": "withheld" };
    const told = { before: null, after };
    expect(await said(plan.actors.administrator)).toEqual({
      ...withheld,
      "bare 1": "nothing",
      "gone 2": "withheld",
      // What is done to people holds none.
      "user:0 1": told,
    });
    expect(await said(both(plan.actors.thailand))).toMatchObject({ ...withheld, "tha 1": told, "gone 1": "erased" });
    expect(await said(both(plan.actors.secretariat))).toMatchObject({ "tha 1": told, "khm 1": told, "all 1": told });
  });
});

describe("what the author of an observation does", () => {
  it("is told of nobody, and found by looking for no person", async () => {
    const stream = "addressed:1";
    for (const action of [...authorActions, "observationPassed"])
      await transaction((tx) =>
        writeAudit(tx, { stream, actorId: 1, action, subject: "observation THA 1", place: { planId: plan.planId } }),
      );
    const records = await readAudit(plan.actors.administrator, { planId: plan.planId });
    const told = records.filter((record) => record.stream === stream);
    expect(told.map(({ action, actorId, isByAuthor }) => [action, actorId, isByAuthor])).toEqual([
      ["observationPassed", 1, false],
      ...[...authorActions].reverse().map((action) => [action, null, true]),
    ]);
    const found = await readAudit(plan.actors.administrator, { planId: plan.planId, actorId: 1 });
    expect(found.flatMap((record) => (record.stream === stream ? [record.action] : []))).toEqual(["observationPassed"]);
  });
});

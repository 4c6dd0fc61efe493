import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceForm } from "@/lib/schemas/reports/report-forms";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { addEvidence } from "./add-evidence";

const now = new Date("2017-02-01T04:00:00Z");

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
const add = (actor = plan.actors.thailand, period = "2016") =>
  addEvidence(
    actor,
    plan.address("THA", period),
    { indicator: "G1.1-a", title: "Register", url: "https://example.org/register.pdf" },
    now,
  );

describe("evidence", () => {
  it("is refused to everybody but the unit, and while the report is away", async () => {
    await expect(add(plan.actors.cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(add(plan.actors.secretariat)).rejects.toThrow(refusal("notAllowed"));
    await expect(add(plan.actors.contributor)).rejects.toThrow(refusal("notAssigned"));
    await makeReport(database.prisma, plan, { unit: "THA", period: "2015", state: "approved" });
    await expect(add(plan.actors.thailand, "2015")).rejects.toThrow(refusal("locked", { args: { lock: "approved" } }));
    expect(await database.prisma.evidence.count()).toBe(0);
    expect(await auditOf(database.prisma, plan)).toEqual([]);
  });

  it("is stored in the name of the organisation, with its event; two at once are two", async () => {
    await Promise.all([add(), add()]);
    const { organisation, id } = plan.actors.thailand;
    const row = { organisationId: organisation.id, createdById: id, fileId: null };
    expect(await database.prisma.evidence.findMany()).toMatchObject([row, row]);
    expect((await auditOf(database.prisma, plan)).map(({ action }) => action)).toEqual([
      "opened",
      "evidenceAdded",
      "evidenceAdded",
    ]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org/x",
    "//example.org",
    "example.org",
    "https://",
    `https://example.org/${"x".repeat(2000)}`,
    "",
  ])("is no link: %s", (url) => {
    const read = evidenceForm.safeParse({ indicator: "G1.1-a", title: "T", url });
    expect(read.error?.issues[0]).toMatchObject({ path: ["url"], message: "urlInvalid" });
  });

  it.each(["https://example.org/a?b=c#d", "http://example.org", "https://xn--fiqs8s.example/หลักฐาน"])(
    "is a link: %s",
    (url) => {
      const form = { indicator: "G1.1-a", title: " Register ", url };
      expect(evidenceForm.parse(form)).toMatchObject({ title: "Register" });
    },
  );
});

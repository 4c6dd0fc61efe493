import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { countryProgress } from "@/lib/server/queries/results/public-progress";
import { takeDownsOf } from "@/lib/server/queries/take-downs";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { refusal } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { eraseTakenDown } from "./erase-taken-down";
import { recordNarrative } from "./record-narrative";
import { restoreTakenDown } from "./restore-taken-down";
import { takeDown } from "./take-down";

const now = new Date("2018-06-11T17:30:00Z");
let database: Database;
let plan: ResultsPlan;
let reporting: Reporting;
let code: string;
let plans = 0;
let reportId: number;

beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

// Each test's own, for they are looked for in the whole database.
let half: string;
let words: string;
const later = "Shelters opened in two provinces.";
const place = { pillar: "P1", kind: "progress" as const };
const as = (role: "secretariat" | "auditor", id = reporting.actors.secretariat.id): Actor => ({
  ...reporting.actors.secretariat,
  id,
  roles: [{ role, plan: { id: plan.planId, code }, unit: null }],
});
const focalPoint = (): Actor => ({
  ...reporting.actors.thailand,
  roles: [
    {
      role: "focalPoint",
      plan: { id: plan.planId, code },
      unit: { id: plan.unitIds.THA!, code: "THA", level: "country" },
    },
  ],
});
const address = () => ({ plan: code, unit: "THA", period: "2015" });
const approve = async () => (await plan.approve("THA", "2015", { "G1.1-a": count(40) })).resultsVersion;
const setState = (state: "returned" | "approved") =>
  database.prisma.report.update({ where: { id: reportId }, data: { state } });
/** Written by saves as a page makes them, the report being open meanwhile. */
const write = async (...texts: string[]) => {
  await setState("returned");
  for (const text of texts) {
    const row = await database.prisma.reportNarrative.findFirst({ where: { reportId } });
    await recordNarrative(
      focalPoint(),
      address(),
      { ...place, text, isPublic: true, rowVersion: row?.rowVersion ?? 0 },
      now,
    );
  }
  await setState("approved");
};
const take = () =>
  takeDown(
    as("secretariat"),
    { ...address(), part: { kind: "narrative", pillar: "P1", narrative: "progress" }, reason: "It names a victim." },
    now,
  );
const erase = (id: number, actor = as("secretariat")) => eraseTakenDown(actor, code, id, now);
/** In which tables a text stands, whatever the column. */
const tablesWith = async (text: string) => {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: held } = await database.pool.query(
      `SELECT 1 FROM ${name} t WHERE position($1 in to_jsonb(t)::text) > 0 LIMIT 1`,
      [text],
    );
    if (held.length > 0) found.push(name);
  }
  return found.sort();
};
const shown = async (version: string | null) =>
  (await countryProgress(code, "THA", "2015", "en", version))?.narratives[0]?.texts[0];

/** Results versions: 2 with the words. */
beforeEach(async () => {
  code = `erased${++plans}`;
  words = `The girl of ${code} told us her story in the village by the river.`;
  half = words.slice(0, 40);
  plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { countsPersons: false } });
  await database.prisma.reportingPeriod.updateMany({ where: { planId: plan.planId }, data: { state: "open" } });
  await approve();
  ({ id: reportId } = await database.prisma.report.findFirstOrThrow({ where: { planId: plan.planId } }));
  await write(half, words);
  await approve();
});

describe("erasing what is taken down", () => {
  it("leaves its words nowhere, and who took it down and erased it", async () => {
    expect(await tablesWith(words)).toEqual(["published_narrative", "report_narrative"]);
    expect(await tablesWith(half)).toContain("audit_payload");
    const id = await take();
    await erase(id);
    for (const text of [words, half]) expect(await tablesWith(text)).toEqual([]);
    for (const version of ["3", "4", null])
      expect(await shown(version)).toEqual({ kind: "progress", text: null, takenDownOn: "2018-06-12" });
    const listed = await takeDownsOf(as("auditor"), code, "en");
    const by = reporting.actors.secretariat.name;
    expect(listed?.takeDowns).toMatchObject([{ id, reason: "It names a victim.", erased: { by }, restored: null }]);
    expect(await verifyStream(database.prisma, `report:${reportId}`)).toMatchObject({ intact: true });
  });

  it("takes with it what was taken down of the same place before, and not what was written since", async () => {
    const first = await take();
    await write(later);
    await approve();
    const second = await take();
    await write("Nothing to hide.");
    const last = await approve();
    await erase(second);
    for (const text of [words, half, later]) expect(await tablesWith(text)).toEqual([]);
    expect(await shown(String(last))).toEqual({ kind: "progress", text: "Nothing to hide." });
    const listed = await takeDownsOf(as("auditor"), code, "en");
    expect(listed?.takeDowns.map(({ id, erased }) => [id, erased !== null])).toEqual([
      [second, true],
      [first, true],
    ]);
  });

  it("empties the report's own words under whoever has them open, and the next approval shows none", async () => {
    const id = await take();
    const { rowVersion } = await database.prisma.reportNarrative.findFirstOrThrow({ where: { reportId } });
    const before = await database.prisma.report.findUniqueOrThrow({ where: { id: reportId } });
    await erase(id);
    const after = await database.prisma.report.findUniqueOrThrow({ where: { id: reportId } });
    expect(after.rowVersion).toBe(before.rowVersion + 1);
    await setState("returned");
    const save = recordNarrative(
      focalPoint(),
      address(),
      { ...place, text: `${words} More.`, isPublic: true, rowVersion },
      now,
    );
    await expect(save).rejects.toMatchObject({ present: { text: "" } });
    await setState("approved");
    await approve();
    expect(await shown(null)).toBeUndefined();
    expect(await shown("3")).toMatchObject({ text: null });
  });

  it.each([
    ["taken", "nobody but the secretariat", "notAllowed"],
    ["restored", "what was restored", "changedMeanwhile"],
    ["erased", "what was erased", "changedMeanwhile"],
    ["of a value", "a value", "notFound"],
  ] as const)("refuses what is %s: %s", async (state, _, refused) => {
    const part = { kind: "value" as const, indicator: "G1.1-a" };
    const taken = { ...address(), part, reason: "It counts one family." };
    const id = state === "of a value" ? await takeDown(as("secretariat"), taken, now) : await take();
    if (state === "restored") await restoreTakenDown(as("secretariat"), code, id, now);
    if (state === "erased") await erase(id);
    const events = await database.prisma.auditEvent.count();
    await expect(erase(id, as(state === "taken" ? "auditor" : "secretariat"))).rejects.toThrow(refusal(refused));
    expect(await database.prisma.auditEvent.count()).toBe(events);
    expect(await tablesWith(words)).toEqual(state === "erased" ? [] : ["published_narrative", "report_narrative"]);
  });

  it("isn't restored, and is done once by two who do it at once", async () => {
    const id = await take();
    const both = await Promise.allSettled([erase(id), erase(id), restoreTakenDown(as("secretariat"), code, id, now)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const again = await take().catch(() => id);
    await erase(again).catch(() => {});
    await expect(restoreTakenDown(as("secretariat"), code, again, now)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await tablesWith(words)).toEqual([]);
  });

  it("doesn't happen without its audit event", async () => {
    const id = await take();
    await expect(erase(id, as("secretariat", 0))).rejects.toThrow();
    expect(await tablesWith(words)).toEqual(["published_narrative", "report_narrative"]);
    expect((await takeDownsOf(as("auditor"), code, "en"))?.takeDowns).toMatchObject([{ erased: null }]);
  });

  it("is the only way by which words go from what was public", async () => {
    const id = await take();
    const change = "UPDATE published_narrative SET text = '', redacted_at = now()";
    await expect(database.pool.query(`${change} WHERE unit_id = ${plan.unitIds.THA}`)).rejects.toThrow(
      /only ever added/,
    );
    await erase(id);
    for (const statement of [
      "UPDATE published_narrative SET text = 'x', redacted_at = NULL",
      "UPDATE published_narrative SET until_version = 9, text = 'x'",
    ])
      await expect(database.pool.query(`${statement} WHERE unit_id = ${plan.unitIds.THA}`)).rejects.toThrow(
        /only ever added/,
      );
    await expect(
      database.pool.query(`UPDATE take_down SET erased_at = NULL, erased_by_id = NULL WHERE id = ${id}`),
    ).rejects.toThrow(/only ever added/);
  });
});

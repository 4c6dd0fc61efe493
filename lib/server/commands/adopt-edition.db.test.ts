import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { indicatorProgress, regionalProgress } from "@/lib/server/queries/results/public-progress";
import { readCellFacts } from "@/lib/server/reports/cells/cell-facts";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import { auditWhere } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { adoptNext, draftNext, type EditionChange } from "@/test/factories/next-edition";
import { refusal } from "@/test/factories/reporting-plan";
import { count, type IndicatorToMake } from "@/test/factories/results-framework";
import { adoptEdition } from "./adopt-edition";

const a = "G1.1-a";
const now = new Date("2018-05-02T03:00:00Z");
const rising = { baseline: count(100), targets: [120, 140, 160, 180] };
let database: Database;
let reporting: Reporting;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

async function planOf(indicators: Record<string, IndicatorToMake>) {
  const code = `edited${++plans}`;
  const plan = { ...(await makeResultsPlan(database.prisma, code, indicators)), code };
  const grant = { role: "secretariat" as const, plan: { id: plan.planId, code }, unit: null };
  const actor: Actor = { ...reporting.actors.secretariat, roles: [grant] };
  return {
    ...plan,
    actor,
    draft: (change?: EditionChange) => draftNext(database.prisma, actor, plan, change),
    next: (change?: EditionChange) => adoptNext(database.prisma, actor, plan, change),
    adopt: (number: number, by = actor) => adoptEdition(by, { plan: code, number }, now),
    version: async () => (await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } })).resultsVersion,
  };
}
const targets =
  (number: number): EditionChange =>
  (editionId) =>
    database.prisma.target.updateMany({ where: { editionId }, data: { number } });

describe("adopting an edition", () => {
  it("judges results by its targets, and leaves what was published before as it was", async () => {
    const plan = await planOf({ [a]: { countsPersons: false, paths: { each: rising } } });
    await plan.approve("THA", "2015", { [a]: count(125) });
    const before = await plan.version();
    expect(await plan.result("THA", "2015", a)).toMatchObject({ status: "onTrack", planned: "120/1" });
    const version = await plan.next((editionId) =>
      database.prisma.target.updateMany({ where: { editionId, number: { lt: 180 } }, data: { number: 150 } }),
    );
    expect(version).toBe(before + 1);
    expect(await plan.result("THA", "2015", a)).toMatchObject({
      status: "limitedProgress",
      planned: "150/1",
      fromVersion: version,
      valueSince: before,
    });
    const statusAt = async (at: number) => {
      const view = await indicatorProgress(plan.code, a, "2015", "en", String(at));
      const thailand = view?.countries.find(({ code }) => code === "THA");
      return [thailand?.status, thailand?.assessment?.inputs.targets.map(({ value }) => value)[0]];
    };
    expect(await statusAt(before)).toEqual(["onTrack", { kind: "number", number: "120" }]);
    expect(await statusAt(version)).toEqual(["limitedProgress", { kind: "number", number: "150" }]);
  });

  it("keeps values under the definition that they were reported under", async () => {
    const plan = await planOf({ [a]: { countsPersons: false, paths: { each: rising } } });
    await plan.approve("THA", "2015", { [a]: count(125) });
    const before = await plan.version();
    const version = await plan.next(async (editionId) => {
      const { indicatorVersion } = await database.prisma.editionDefinition.findFirstOrThrow({
        where: { editionId },
        include: { indicatorVersion: true },
      });
      const { id: _, ...rules } = indicatorVersion;
      const { id } = await database.prisma.indicatorVersion.create({
        data: { ...rules, version: 2, validFrom: new Date("2016-01-01"), comparable: false },
      });
      await database.prisma.editionDefinition.create({ data: { editionId, indicatorVersionId: id } });
      const words = { title: "Otherwise", definition: "", computation: "", source: "", responsible: "" };
      await database.prisma.indicatorVersionText.create({
        data: { editionId, indicatorVersionId: id, locale: "en", ...words },
      });
    });
    const historyAt = async (at: number) =>
      (await indicatorProgress(plan.code, a, "2015", "en", String(at)))?.history.map((each) => each.version);
    expect(await historyAt(before)).toEqual([1]);
    expect(await historyAt(version)).toEqual([2, 1]);
    const view = await indicatorProgress(plan.code, a, "2015", "en", String(version));
    expect(view?.countries.find(({ code }) => code === "THA")?.points).toMatchObject([{ version: 1 }]);
    expect(view?.indicator.title).toBe(`Indicator ${a}`);
  });

  it("tells of a hidden value only what holds for all that it may be", async () => {
    const persons: IndicatorToMake = { paths: { each: { baseline: count(0), targets: [null, null, null, 9] } } };
    const plan = await planOf({ [a]: persons });
    await plan.approve("THA", "2018", { [a]: count(2) });
    // <5 is anything from 1 to 4: below 9 it is, below 3 it may be.
    expect(await plan.result("THA", "2018", a)).toMatchObject({ status: "missed", publicStatus: "missed" });
    await plan.next(targets(3));
    expect(await plan.result("THA", "2018", a)).toMatchObject({
      status: "missed",
      publicStatus: "notAssessed",
      publicStatusReason: "hidden",
      disclosureState: "small",
    });
    await plan.next(targets(8));
    expect(await plan.result("THA", "2018", a)).toMatchObject({ status: "missed", publicStatus: "missed" });
  });

  it("is nobody's but the secretariat's, and leaves nothing where it is refused", async () => {
    const plan = await planOf({ [a]: {} });
    const number = await plan.draft();
    const before = await plan.version();
    const focalPoint = { ...plan.actor, roles: reporting.actors.thailand.roles };
    await expect(plan.adopt(number, focalPoint)).rejects.toThrow(refusal("notAllowed"));
    await expect(draftNext(database.prisma, focalPoint, plan)).rejects.toThrow(refusal("notAllowed"));
    await expect(plan.adopt(7)).rejects.toThrow(refusal("notFound"));
    expect(await plan.version()).toBe(before);
    const events = () => auditWhere(database.prisma, { planId: plan.planId, stream: { startsWith: "edition:" } });
    expect((await events()).map(({ action }) => action)).toEqual(["editionDrafted"]);
    await plan.adopt(number);
    expect((await events()).map(({ action, subject, after }) => [action, subject, after])[1]).toEqual([
      "editionAdopted",
      `framework ${plan.code} edition 2`,
      { resultsVersion: before + 1 },
    ]);
  });

  it("happens once, whoever asks at the same time, and never to an older draft", async () => {
    const plan = await planOf({ [a]: {} });
    const [second, third] = [await plan.draft(), await plan.draft()];
    const both = await Promise.allSettled([plan.adopt(third), plan.adopt(third)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "changedMeanwhile" } });
    await expect(plan.adopt(second)).rejects.toThrow(refusal("changedMeanwhile"));
    const editions = await database.prisma.frameworkEdition.findMany({
      where: { planId: plan.planId },
      orderBy: { number: "asc" },
      select: { fromVersion: true, untilVersion: true },
    });
    const version = await plan.version();
    expect(editions).toEqual([
      { fromVersion: 1, untilVersion: version - 1 },
      { fromVersion: null, untilVersion: null },
      { fromVersion: version, untilVersion: null },
    ]);
  });

  it("isn't done to a draft that lacks what results were made under", async () => {
    const plan = await planOf({ [a]: {} });
    const number = await plan.draft((editionId) =>
      database.prisma.editionDefinition.deleteMany({ where: { editionId } }),
    );
    await expect(plan.adopt(number)).rejects.toThrow(
      refusal("definitionsMissing", { args: { definitions: `${a} (1)` } }),
    );
  });

  it("isn't done to a draft in which an indicator returns without what its results stand under", async () => {
    const plan = await planOf({ [a]: { paths: { each: rising } }, "G1.1-b": {} });
    const { prisma } = database;
    await plan.approve("THA", "2015", { [a]: count(125) });
    const of = { indicator: { editions: { some: { code: a, edition: { planId: plan.planId } } } } };
    const placed = await prisma.editionIndicator.findFirstOrThrow({ where: of });
    const { id: first, ...rules } = await prisma.indicatorVersion.findFirstOrThrow({ where: of });
    await plan.next(async (editionId) => {
      await prisma.editionDefinition.deleteMany({ where: { editionId, indicatorVersion: of } });
      await prisma.editionIndicator.deleteMany({ where: { editionId, code: a } });
    });
    let draft = 0;
    const number = await plan.draft(async (editionId) => {
      draft = editionId;
      await prisma.editionIndicator.create({ data: { ...placed, editionId } });
      const { id: indicatorVersionId } = await prisma.indicatorVersion.create({ data: { ...rules, version: 2 } });
      await prisma.editionDefinition.create({ data: { editionId, indicatorVersionId } });
    });
    await expect(plan.adopt(number)).rejects.toThrow(
      refusal("definitionsMissing", { args: { definitions: `${a} (1)` } }),
    );
    await prisma.editionDefinition.create({ data: { editionId: draft, indicatorVersionId: first } });
    const version = await plan.adopt(number);
    expect(version.resultsVersion).toBe(await plan.version());
  });
});

describe("a draft", () => {
  it("is read by no page", async () => {
    const plan = await planOf({ [a]: { paths: { each: rising } } });
    await plan.approve("THA", "2015", { [a]: count(125) });
    const read = async () => {
      const id = plan.planId;
      const { resultsVersion } = await database.prisma.plan.findUniqueOrThrow({ where: { id } });
      return [
        await regionalProgress(plan.code, "2015", "en"),
        await indicatorProgress(plan.code, a, "2015", "en"),
        // Asked as another process does, which keeps nothing of it yet.
        (await frameworkOf({ id, resultsVersion: resultsVersion - 1 }, "th")).indicators,
        await loadPlanFacts(database.prisma, id),
        await readCellFacts({ plan: plan.code, unit: "THA", period: "2015" }, a, "total"),
      ];
    };
    const before = await read();
    await plan.draft(async (editionId) => {
      await database.prisma.indicatorVersionText.updateMany({ where: { editionId }, data: { title: "Drafted" } });
      await database.prisma.editionNodeText.updateMany({ where: { editionId }, data: { title: "Drafted" } });
      await database.prisma.editionIndicator.updateMany({ where: { editionId }, data: { code: "G1.1-z" } });
      await targets(999)(editionId);
    });
    expect(await read()).toEqual(before);
    expect(await indicatorProgress(plan.code, "G1.1-z", "2015", "en")).toBeNull();
    expect(await readCellFacts({ plan: plan.code, unit: "THA", period: "2015" }, "G1.1-z", "total")).toBeNull();
  });

  it("can be changed and thrown away until it is adopted, and nothing of it after", async () => {
    const plan = await planOf({ [a]: { tables: [["sex"]], paths: { each: rising } } });
    await plan.next();
    const { id: editionId } = await database.prisma.frameworkEdition.findFirstOrThrow({
      where: { planId: plan.planId, number: 2 },
    });
    const { prisma, pool } = database;
    const where = { editionId };
    // The database says "restrict_violation", and Prisma what it usually means.
    for (const refused of [
      targets(1)(editionId),
      prisma.target.deleteMany({ where }),
      prisma.baseline.updateMany({ where, data: { number: 1 } }),
      prisma.editionIndicator.updateMany({ where, data: { position: 9 } }),
      prisma.editionNodeText.deleteMany({ where }),
      prisma.indicatorVersion.updateMany({ where: { editions: { some: where } }, data: { decimals: 3 } }),
      prisma.disaggregationTableDimension.updateMany({
        where: { table: { indicatorVersion: { editions: { some: where } } } },
        data: { position: 9 },
      }),
      prisma.frameworkEdition.update({ where: { id: editionId }, data: { datedOn: now } }),
      prisma.frameworkEdition.delete({ where: { id: editionId } }),
    ])
      await expect(refused).rejects.toMatchObject({ code: "P2003" });
    await plan.draft();
    const last = await prisma.frameworkEdition.findFirstOrThrow({ where: { planId: plan.planId, number: 3 } });
    await prisma.frameworkEdition.delete({ where: { id: last.id } });
    const { rows } = await pool.query("SELECT count(*)::int AS left FROM target WHERE edition_id = $1", [last.id]);
    expect(rows).toEqual([{ left: 0 }]);
  });
});

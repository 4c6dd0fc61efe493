import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Value } from "@/lib/domain/values/value";
import { consequencesOf } from "@/lib/server/results/consequences";
import { prepareApproval } from "@/lib/server/results/prepare";
import { publishHere } from "@/lib/server/results/publish";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport, type ReportValues } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { consequencesOfApproval } from "./consequences-of-approval";
import { unprotectedValues } from "./unprotected-values";

const on = reportingTests();

const asked = { locale: "en", now: new Date("2017-05-01T00:00:00Z") };
const ratio = (numerator: string, denominator: string): Value => ({
  kind: "ratio",
  numerator: { exact: numerator },
  denominator: { exact: denominator },
});
const count = (number: string): Value => ({ kind: "number", number });
const missing: Value = { kind: "missing", reason: "notCollected" };
const submit = (values: ReportValues, unit = "THA") =>
  makeReport(on.database.prisma, on.plan, { unit, period: "2016", state: "submitted", values });
const publish = (id: number) => {
  const { planId, unitIds, periodIds } = on.plan;
  const report = { id, unitId: unitIds.THA!, periodId: periodIds["2016"]!, approvedAt: asked.now };
  const change = { planId, cause: "approval", subject: "report THA 2016", reports: [report] } as const;
  return on.database.prisma.$transaction((tx) => publishHere(tx, change, seededRandom(1)));
};
const consequences = (actor = on.plan.actors.secretariat, unit = "THA") =>
  consequencesOfApproval(actor, on.plan.address(unit, "2016"), asked);

describe("the consequences of an approval", () => {
  it("are worked out once for whoever asks at the same time", async () => {
    await submit({ "G1.1-b": { total: ratio("90", "140") } });
    const [one, other] = await Promise.all([consequences(), consequences()]);
    expect(one).not.toBeNull();
    expect(other).toBe(one);
  });

  it("are worked out once also where many reports are reviewed at a time", async () => {
    const { prisma } = on.database;
    const places = ["THA", "KHM"].flatMap((unit) => ["2015", "2016", "2017"].map((period) => ({ unit, period })));
    const values = { "G1.1-b": { total: ratio("90", "140") } };
    for (const place of places) await makeReport(prisma, on.plan, { ...place, state: "submitted", values });
    const { secretariat } = on.plan.actors;
    const all = () =>
      places.map(({ unit, period }) => consequencesOfApproval(secretariat, on.plan.address(unit, period), asked));
    const [first, again] = [all(), all()];
    for (const [index, view] of first.entries()) expect(await again[index]).toBe(await view);
  });

  it("name statuses before and after, and what would be hidden", async () => {
    await submit({
      "G1.1-a": { total: count("44"), "sex=female": count("41"), "sex=male": count("3") },
      "G1.1-b": { total: ratio("90", "140") },
      "G1.1-c": { total: { kind: "yesNo", yes: true } },
    });
    expect(await consequences()).toMatchObject({
      own: [
        { indicator: "G1.1-b", period: "2016", before: null, after: "achieved", tendency: "better" },
        { indicator: "G1.1-c", before: null, after: "achieved", countries: null },
      ],
      hidden: expect.arrayContaining([
        { indicator: "G1.1-a", unit: "THA", period: "2016", cells: expect.any(Number), isOwn: true },
        { indicator: "G1.1-a", unit: "REGION", period: "2016", cells: expect.any(Number), isOwn: false },
      ]),
      units: expect.arrayContaining([expect.objectContaining({ code: "THA", name: "Thailand" })]),
      statuses: { "G1.1-b": { before: null, after: "achieved" } },
      states: { "G1.1-a": { "sex=male": "small" } },
      threshold: 5,
    });
  });

  it("compare with what is published now", async () => {
    const report = await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      state: "approved",
      values: { "G1.1-b": { total: ratio("90", "140") }, "G1.1-c": { total: { kind: "yesNo", yes: true } } },
    });
    await publish(report.id);
    await on.database.prisma.report.update({ where: { id: report.id }, data: { state: "submitted", submission: 2 } });
    expect(await consequences()).toMatchObject({ own: [], region: [], hidden: [] });
    // As a submission after a return would.
    await on.database.prisma.report.update({ where: { id: report.id }, data: { rowVersion: { increment: 1 } } });
    await on.database.prisma.value.updateMany({
      where: { reportId: report.id, kind: "ratio" },
      data: { numerator: "70" },
    });
    expect(await consequences()).toMatchObject({
      own: [{ indicator: "G1.1-b", before: "achieved", after: "missed", tendency: "worse" }],
    });
  });

  it("tell a status of another country apart from the region's", async () => {
    const { id } = await submit({ "G1.1-b": { total: ratio("90", "140") } });
    const { prisma } = on.database;
    const { rowVersion } = await prisma.report.findUniqueOrThrow({ where: { id } });
    const place = { planId: on.plan.planId, unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds["2016"]! };
    const prepared = await prepareApproval({ ...place, id, rowVersion });
    // As where what is hidden of a country changes, so that its status is told.
    const worked = prepared.worked.map(({ rows, ...rest }) => {
      const own = rows.filter((row) => row.unitId === place.unitId && row.publicStatus !== null);
      return { ...rest, rows: [...rows, ...own.map((row) => ({ ...row, unitId: on.plan.unitIds.KHM! }))] };
    });
    const { own, region, others } = await consequencesOf(prisma, place, { ...prepared, worked });
    expect(others).toEqual(own.map((change) => ({ ...change, unit: "KHM" })));
    expect(others.length).toBeGreaterThan(0);
    expect(region).toEqual((await consequencesOf(prisma, place, prepared)).region);
  });

  it("are what the approval makes public, to the last value that is hidden", async () => {
    const ages = ["18-24", "25-34", "35-44", "45-54", "55-64"];
    await on.anew(({ dimensions }) => {
      const { categories } = dimensions.find(({ code }) => code === "age")!;
      for (const code of ages) categories.push({ code, aliases: [], texts: { en: { name: code } } });
    });
    // Any of five alike may be hidden beside the small one, and with it one of the other sex.
    const bySex = ["sex=female", "sex=male"].flatMap((sex) => ages.map((age) => [`${sex};age=${age}`, "20"]));
    const counts: Record<string, string> = {
      total: "223",
      "sex=female": "103",
      "sex=male": "120",
      ...Object.fromEntries([...bySex, ["sex=female;age=0-17", "3"], ["sex=male;age=0-17", "20"]]),
    };
    const values: ReportValues = {
      "G1.1-a": Object.fromEntries(Object.entries(counts).map(([cell, number]) => [cell, count(number)])),
      "G1.1-b": { total: ratio("3", "140") },
    };
    const { secretariat } = on.plan.actors;
    const { prisma } = on.database;
    for (const unit of ["THA", "KHM"]) {
      const { id } = await submit(values, unit);
      const { states, statuses } = (await consequences(secretariat, unit))!;
      const { rowVersion } = await prisma.report.findUniqueOrThrow({ where: { id } });
      await approveAsShown(secretariat, on.plan.address(unit, "2016"), { rowVersion }, asked.now);
      const results = await prisma.result.findMany({
        where: { unitId: on.plan.unitIds[unit], untilVersion: null, disclosureState: { in: ["small", "suppressed"] } },
        select: {
          disclosureState: true,
          cell: { select: { key: true } },
          indicatorVersion: { select: { type: true } },
        },
      });
      const hidden = results.filter(({ indicatorVersion }) => indicatorVersion.type === "number");
      expect(Object.fromEntries(hidden.map(({ cell, disclosureState }) => [cell.key, disclosureState]))).toEqual(
        states["G1.1-a"],
      );
      expect(states["G1.1-b"]).toEqual({ total: "suppressed" });
      // What is hidden tells no status, which the reviewer reads all the same.
      if (unit === "THA") expect(statuses["G1.1-b"]).toEqual({ before: null, after: "suppressed", exact: "missed" });
    }
  });

  it("name what anyone could work out afterwards, and the approval puts it on the list of the secretariat", async () => {
    const report = await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      state: "approved",
      values: { "G1.1-a": { total: count("90"), "sex=female": count("87"), "sex=male": missing } },
    });
    await publish(report.id);
    // 90 and 87 have stood in the open: whoever kept them knows the 3 that the correction adds.
    await on.database.prisma.value.updateMany({
      where: { reportId: report.id, cell: { key: "sex=male" } },
      data: { kind: "number", number: "3", missingReason: null },
    });
    await on.database.prisma.report.update({ where: { id: report.id }, data: { state: "submitted", submission: 2 } });
    const male = { indicator: "G1.1-a", unit: "THA", period: "2016", cell: "sex=male", isFormer: false };
    const view = (await consequences())!;
    expect(view.unprotected).toContainEqual(male);
    expect(view.units.map(({ code }) => code)).toEqual(expect.arrayContaining(["THA", "REGION"]));

    const { secretariat, thailand, cso } = on.plan.actors;
    expect((await unprotectedValues(secretariat, on.plan.code, "en")).values).toEqual([]);
    const { rowVersion } = await on.database.prisma.report.findUniqueOrThrow({ where: { id: report.id } });
    await approveAsShown(secretariat, on.plan.address("THA", "2016"), { rowVersion }, asked.now);
    const list = await unprotectedValues(secretariat, on.plan.code, "en");
    expect(list.values).toContainEqual({ ...male, since: expect.any(String) });
    expect(list.dimensions.map(({ code }) => code)).toContain("sex");
    // A country's officials see their own; whoever sees no exact values sees no such list.
    const units = (view: typeof list) => [...new Set(view.values.map(({ unit }) => unit))];
    expect(units(await unprotectedValues(thailand, on.plan.code, "en"))).not.toContain("KHM");
    expect(await unprotectedValues(cso, on.plan.code, "en")).toEqual({
      values: [],
      hiddenAsWhole: [],
      dimensions: [],
      units: [],
    });
  });

  it("name what is hidden for want of time, and the approval puts that on the list too", async () => {
    await on.anew(({ dimensions }) => {
      const age = dimensions.find(({ code }) => code === "age")!;
      age.categories.push({ code: "unknown", aliases: [], texts: { en: { name: "Age unknown" } } });
    });
    const below: Value = { kind: "censored", below: 5 };
    const bySex = { "sex=female": count("7"), "sex=male": count("20") };
    const byAge = Object.fromEntries(
      ["female;age=0-17", "female;age=18+", "female;age=unknown", "male;age=18+", "male;age=unknown"].map((cell) => [
        `sex=${cell}`,
        below,
      ]),
    );
    // Imported values that add up nowhere: 7 + 20 isn’t 25, and two cells below 5 don’t make up 20.
    const { id } = await submit({ "G1.1-a": { total: count("25"), ...bySex, ...byAge } });
    const own = { indicator: "G1.1-a", unit: "THA", period: "2016", cells: 8 };
    const region = { indicator: "G1.1-a", unit: "REGION", period: "2016", cells: 8 };
    const view = (await consequences())!;
    expect(view.hiddenAsWhole).toEqual([own, region]);
    expect(view.unprotected).toEqual([]);

    const { secretariat, thailand, cambodia, cso } = on.plan.actors;
    expect((await unprotectedValues(secretariat, on.plan.code, "en")).hiddenAsWhole).toEqual([]);
    const { rowVersion } = await on.database.prisma.report.findUniqueOrThrow({ where: { id } });
    await approveAsShown(secretariat, on.plan.address("THA", "2016"), { rowVersion }, asked.now);
    const list = await unprotectedValues(secretariat, on.plan.code, "en");
    const since = expect.any(String);
    expect(new Set(list.hiddenAsWhole)).toEqual(
      new Set([
        { ...own, since },
        { ...region, since },
      ]),
    );
    expect(list.units.map(({ code }) => code).sort()).toEqual(["REGION", "THA"]);
    expect((await unprotectedValues(thailand, on.plan.code, "en")).hiddenAsWhole).toContainEqual({ ...own, since });
    for (const actor of [cambodia, cso]) {
      expect((await unprotectedValues(actor, on.plan.code, "en")).hiddenAsWhole).not.toContainEqual({ ...own, since });
    }
  });

  it("change nothing, and nobody else learns them", async () => {
    await submit({ "G1.1-b": { total: ratio("90", "140") } });
    const { thailand, contributor, cso, administrator } = on.plan.actors;
    for (const actor of [thailand, contributor, cso, administrator]) expect(await consequences(actor)).toBeNull();
    expect(await consequences()).not.toBeNull();
    expect(await on.database.prisma.result.count({ where: { planId: on.plan.planId } })).toBe(0);
    const { resultsVersion } = await on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } });
    expect(resultsVersion).toBe(1);
  });

  it("are none while nothing waits for a decision", async () => {
    expect(await consequences()).toBeNull();
    await makeReport(on.database.prisma, on.plan, { unit: "KHM", period: "2016", state: "draft" });
    expect(await consequences(on.plan.actors.secretariat, "KHM")).toBeNull();
  });
});

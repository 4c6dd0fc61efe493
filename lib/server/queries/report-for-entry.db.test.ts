import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { indicatorForEntry } from "./indicator-for-entry";
import { reportForEntry } from "./report-for-entry";

const now = new Date("2017-02-01T04:00:00Z");
const asked = { locale: "en", now };

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const count = (number: string) => ({ kind: "number", number }) as const;
  await makeApprovedTotal(database.prisma, plan, {
    unit: "THA",
    period: "2015",
    indicator: "G1.1-a",
    value: count("824"),
  });
  await makeApprovedTotal(database.prisma, plan, {
    unit: "THA",
    period: "2015",
    indicator: "G1.2-b",
    value: count("500"),
  });
  await makeApprovedTotal(database.prisma, plan, {
    unit: "THA",
    period: "2015",
    indicator: "G2.1-a",
    value: count("9"),
  });
  await makeReport(database.prisma, plan, {
    unit: "THA",
    period: "2016",
    values: {
      "G1.1-a": { total: count("402"), "sex=female": count("265"), "sex=male": count("126") },
      "G1.2-a": { total: { kind: "missing", reason: "notYetAvailable" } },
      "G1.2-b": { total: count("480") },
      "G2.1-a": { total: count("90") },
    },
  });
});
afterAll(() => database.close());

const here = () => plan.address("THA", "2016");
const entry = (actor = plan.actors.thailand, more = {}) => reportForEntry(actor, here(), { ...asked, ...more });

describe("the entry form", () => {
  it("shows the report, its goals and every indicator of the unit's level in the framework's order", async () => {
    const view = (await entry())!;
    expect(view.report).toMatchObject({
      plan: { code: "spaiv", title: "Plan of action", isReference: true },
      unit: { code: "THA", name: "Thailand" },
      period: { code: "2016", dueOn: "2017-03-31" },
      due: { state: "due", days: 58 },
      state: "draft",
      rowVersion: 1,
      submission: 0,
      returned: null,
      lock: null,
    });
    expect(view.indicators.map(({ code }) => code)).toEqual([
      "G1.1-a",
      "G1.1-b",
      "G1.1-c",
      "G1.1-d",
      "G1.2-a",
      "G1.2-b",
      "G1.2-c",
      "G2.1-a",
    ]);
    expect(view.goals).toMatchObject([
      { code: "G1", pillar: "P1", title: "Title of G1", total: 7, answered: 3, warnings: 2, commentsMissing: 2 },
      { code: "G2", pillar: "P4", total: 1, answered: 1, warnings: 0 },
    ]);
    expect(view.totals).toMatchObject({ total: 8, answered: 4, warnings: 2, queriesOpen: 0 });
    expect(view.earlierPeriods).toEqual([{ code: "2015", endsOn: "2015-12-31" }]);
    expect(view.dimensions.map(({ code }) => code)).toEqual(["sex", "age", "citizenship"]);
    expect(view.abilities).toEqual({
      editReport: true,
      importFile: true,
      takeOver: true,
      submitReport: true,
      seeSubmission: false,
    });
    expect(view.narratives.map(({ pillar }) => pillar)).toEqual(["P1", "P4"]);
  });

  it("gives an indicator all that is known: cells, history, target, baseline, warnings", async () => {
    const [victims, referred, , guideline, , trained] = (await entry())!.indicators;
    expect(victims).toMatchObject({
      title: "Victims identified",
      version: 1,
      unit: "persons",
      tables: [
        { code: "sex*age", dimensions: ["sex", "age"] },
        { code: "citizenship", dimensions: ["citizenship"] },
      ],
      baseline: { value: { kind: "number", number: "595" }, measuredOn: "2014-12-31", version: 1 },
      target: null,
      note: "Register.",
      earlier: [{ period: "2015", value: { kind: "number", number: "824" }, comparable: true }],
      isAnswered: true,
      commentMissing: true,
      abilities: { enterValue: true, addComment: true, addEvidence: true, replyToQuery: false },
    });
    expect(victims?.cells.total).toMatchObject({ value: { kind: "number", number: "402" }, revision: 1 });
    expect(victims?.warnings).toMatchObject([
      { code: "bigChange", direction: "lower", percent: "51", period: "2015" },
      { code: "partsDiffer", difference: { from: "11", to: "11" } },
    ]);
    expect(referred).toMatchObject({
      baseline: { value: { kind: "ratio", numerator: { exact: "61" }, denominator: { exact: "140" } } },
      target: { value: { kind: "number", number: "58.5" }, version: 1 },
      isAnswered: false,
      warnings: [],
    });
    expect(guideline?.steps).toEqual(["None", "Drafted", "In force"]);
    expect(trained?.warnings).toMatchObject([
      { code: "cumulativeFall", before: { from: "500" }, now: { from: "480" } },
    ]);
  });

  it("doesn't compare across a break in the definition, but shows the value", async () => {
    const convicted = (await entry())!.indicators.at(-1);
    expect(convicted).toMatchObject({
      version: 2,
      title: "Persons convicted",
      earlier: [{ value: { number: "9" }, version: 1, comparable: false }],
      warnings: [],
    });
  });

  it("speaks the asked language, and English where a text isn't translated", async () => {
    const [victims] = (await entry(plan.actors.thailand, { locale: "th" }))!.indicators;
    expect(victims).toMatchObject({ title: "ผู้เสียหาย", definition: "Definition." });
  });

  it("finds an indicator by its title in the other language, and says who entered it", async () => {
    const [victims, ...others] = (await entry(plan.actors.thailand, { locale: "th" }))!.indicators;
    expect(victims?.otherTitles).toEqual([(await entry())!.indicators[0]!.title]);
    expect(victims).toMatchObject({ who: { assigned: [], changedBy: "Officer thailand" }, isMine: true });
    expect(others.some(({ who }) => who.assigned.length > 0)).toBe(true);
  });

  it("shows a contributor what is assigned, and nothing of the rest", async () => {
    const view = (await entry(plan.actors.contributor))!;
    expect(view.indicators.map(({ code }) => code)).toEqual(["G2.1-a"]);
    expect(view).toMatchObject({ totals: { total: 1, answered: 1 }, narratives: [] });
    expect(view.abilities).toEqual({
      editReport: false,
      importFile: true,
      takeOver: false,
      submitReport: false,
      seeSubmission: false,
    });
    expect(view.indicators[0]).toMatchObject({ isMine: true });
  });

  it("lets the secretariat look and comment, not enter", async () => {
    const view = (await entry(plan.actors.secretariat))!;
    expect(view.indicators[0]?.abilities).toEqual({
      enterValue: false,
      addComment: true,
      addEvidence: false,
      removeEvidence: false,
      replyToQuery: false,
    });
  });

  it("is nothing to other countries, CSOs, administrators and visitors, nor where nothing is", async () => {
    for (const actor of [plan.actors.cambodia, plan.actors.cso, plan.actors.administrator, null])
      expect(await reportForEntry(actor, here(), asked)).toBeNull();
    for (const address of [plan.address("XXX", "2016"), plan.address("THA", "1999"), plan.address("TH\0A", "\ud800")])
      expect(await reportForEntry(plan.actors.thailand, address, asked)).toBeNull();
  });

  it("is there before anybody opened the report, and opens nothing", async () => {
    const view = await reportForEntry(plan.actors.cambodia, plan.address("KHM", "2016"), asked);
    expect(view).toMatchObject({
      report: { id: null, state: "draft", rowVersion: 0, lock: null },
      totals: { answered: 0 },
    });
    expect(await database.prisma.report.count()).toBe(1);
  });

  it("has the region's own indicators for the secretariat", async () => {
    const view = await reportForEntry(plan.actors.secretariat, plan.address("REGION", "2016"), asked);
    expect(view?.indicators.map(({ code }) => code)).toEqual(["G2.1-r"]);
    expect(view?.abilities.submitReport).toBe(true);
  });

  it("says why nothing can be entered, and allows nothing then", async () => {
    const view = await reportForEntry(plan.actors.thailand, plan.address("THA", "2017"), {
      locale: "en",
      now: new Date("2016-12-01T00:00:00Z"),
    });
    expect(view).toMatchObject({
      report: { lock: "periodNotStarted" },
      abilities: { editReport: false, submitReport: false },
    });
    expect(view?.indicators[0]?.abilities.enterValue).toBe(false);
  });
});

describe("one indicator on its own", () => {
  it("is the same as in the entry form, with its neighbours", async () => {
    const view = await indicatorForEntry(plan.actors.thailand, here(), "G1.2-a", asked);
    expect(view).toMatchObject({ goal: { code: "G1" }, previous: "G1.1-d", next: "G1.2-b", dimensions: [] });
    const { otherTitles: _, who: __, isMine: ___, ...same } = (await entry())!.indicators[4]!;
    expect(view?.indicator).toMatchObject(same);
  });

  it("isn't there where the actor doesn't see it", async () => {
    const { contributor, cambodia } = plan.actors;
    expect(await indicatorForEntry(contributor, here(), "G1.1-a", asked)).toBeNull();
    expect(await indicatorForEntry(cambodia, here(), "G1.1-a", asked)).toBeNull();
    expect(await indicatorForEntry(contributor, here(), "G2.1-a", asked)).toMatchObject({ previous: null, next: null });
  });
});

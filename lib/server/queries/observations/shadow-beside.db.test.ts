import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saidAbout } from "@/components/results/observations/said-about";
import { englishWords } from "@/components/results/observations/testing/english-words";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { publicationWords } from "@/lib/i18n/publication-words";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { said } from "@/lib/server/commands/commitments/testing/observing";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publicVersion } from "@/lib/server/queries/public-version";
import { resultsFile } from "@/lib/server/queries/results/results-file";
import { indicatorViews } from "@/lib/server/results/read/indicator-views";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { publicReader } from "@/lib/server/results/read/result-reader";
import { makePerson } from "@/prisma/seed/make-person";
import { makeMember } from "@/test/factories/make-member";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { observationsAbout } from "./public-observations";

const code = "spaiv";
const now = new Date("2018-03-09T04:00:00Z");
const afterwards = new Date("2018-07-01T04:00:00Z");

let database: Database;
let plan: ResultsPlan;
beforeAll(async () => {
  database = await testDatabase();
  const paths = { each: { baseline: count(20), targets: [40, 50, 60, 70] } };
  plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { paths, tables: [["sex"]] } });
  const values = (female: number, male: number) => ({
    "G1.1-a": { total: count(female + male), "sex=female": count(female), "sex=male": count(male) },
  });
  const reports = [values(30, 12), values(18, 9), values(40, 3), values(25, 25), values(33, 20), values(19, 8)];
  const units = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
  await plan.approveTogether("2015", Object.fromEntries(units.map((unit, index) => [unit, reports[index]!])));
});
afterAll(() => database.close());

async function secretariat() {
  const { id } = await makePerson(database.prisma, {
    email: "secretariat@example.org",
    password: "quiet rivers 7",
    roles: [{ role: "secretariat", planId: null, unitId: null }],
  });
  return (await sessionActor((await startSession(database.prisma, id, now)).id, now))!;
}

/** Everything that is worked out or published of values: the stored results, the views of pages and charts, and a file. */
async function allOfValues() {
  const { result, resultsVersion, value, valueRevision } = database.prisma;
  const { wording, t, unit } = await publicationWords("en");
  const words = { ...wording, total: t("public.breakdown.total"), unit, notice: "" };
  const published = (await publishedPlan(code, "en", null))!;
  const views = await indicatorViews(published, published.periods[0]!, null, publicReader(published), "en");
  const file = await resultsFile({ plan: code, indicator: "G1.1-a", period: "2015" }, () => words, "en");
  return {
    stored: await result.findMany({ orderBy: [{ unitId: "asc" }, { cellId: "asc" }, { fromVersion: "asc" }] }),
    versions: await resultsVersion.findMany(),
    reported: [await value.findMany(), await valueRevision.findMany()],
    json: JSON.stringify(views),
    csv: writeCsv(file!),
  };
}

describe("a value of civil society", () => {
  it("is told beside the official one, and changes no value, status, aggregate, version or file", async () => {
    const before = await allOfValues();
    expect(before.stored.length).toBeGreaterThan(18);
    expect(before.csv).toContain("G1.1-a");

    const member = await makeMember(database.prisma, { ...plan, code }, "Shelter network");
    const officer = await secretariat();
    const subject = { plan: code, unit: "THA", period: "2015", about: { of: "indicator" as const, code: "G1.1-a" } };
    const typed = { number: "987654", numerator: "", denominator: "", yesNo: "", step: "" };
    const parts = new Map([["sex=female", { number: "987600" }]]);
    const partsAlone = { ...typed, number: "" };
    for (const value of [typed, partsAlone]) {
      const shadow = { typed: value, parts, method: "Counted by us" };
      const { id } = await addObservation(member, subject, { ...said, attribution: "named", shadow }, now);
      await submitObservation(member, { plan: code, id, rowVersion: 1 }, now);
      await passObservation(officer, { plan: code, id, rowVersion: 2 }, now);
    }
    expect(await lapseResponses(afterwards)).toBe(2);

    const version = (await publicVersion({ plan: code, area: "observations" }))!;
    const about = (await observationsAbout({ code, locale: "en", version }, "G1.1-a", "2015"))!;
    expect(about.shadows.map(({ observation }) => observation.said?.shadow)).toMatchObject([
      {
        value: { kind: "number", number: "987654" },
        unit: "persons",
        method: "Counted by us",
        parts: { dimensions: ["sex"], cells: [{ name: "female", value: { number: "987600" } }] },
      },
      { value: null, parts: { dimensions: ["sex"] } },
    ]);
    // The table under a chart says that there are parts; the chart draws what has a total.
    expect(saidAbout(about, englishWords, "/en/spaiv").shadows).toMatchObject([
      { y: 987654, text: "987,654", value: "987,654 persons, and 1 part by sex" },
      { y: null, value: "1 part by sex" },
    ]);
    // Neither of a country nor of another period before it.
    expect((await observationsAbout({ code, locale: "en", version }, "THA", "2015"))!.shadows).toEqual([]);

    const after = await allOfValues();
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toMatch(/9876(?:54|00)/);
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { nameRelease } from "@/lib/server/commands/name-release";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publicVersion } from "@/lib/server/queries/public-version";
import { frozenResults } from "@/lib/server/queries/results/frozen-results";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";
import { makeReporting } from "@/test/factories/make-reporting";
import { makeResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";
import { ENOUGH_STATEMENTS, statementsOfPublicPage } from "../page-statements.testing";
import { publicMeeting } from "./public-meetings";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = new Date("2018-06-11T04:00:00Z");

it("a meeting shows the release that its papers went out with, whatever is approved or released later", async () => {
  const code = "frozen";
  const reporting = await makeReporting(database.prisma);
  const plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { countsPersons: false } });
  const secretariat: Actor = {
    ...reporting.actors.secretariat,
    roles: [{ role: "secretariat", plan: { id: plan.planId, code }, unit: null }],
  };
  const name = (release: string, version: number) =>
    nameRelease(
      secretariat,
      { plan: code, code: release, version, title: release, notes: "", titleTh: "", notesTh: "" },
      now,
    );
  await plan.approve("THA", "2015", { "G1.1-a": count(40) });
  await name("june-2018", 2);
  const { id } = await addMeeting(secretariat, {
    plan: code,
    code: "SOM12",
    entry: {
      kind: "som",
      year: 2018,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit: null,
      texts: [{ locale: "en", title: "Twelfth meeting", place: "", notes: "" }],
      participants: [],
      sources: [],
    },
  });
  await sendPapers(secretariat, { plan: code, id, rowVersion: 1 }, "june-2018", now);
  const meetingPage = async () => {
    const version = (await publicVersion({ plan: code, area: "meetings" }))!;
    return () => publicMeeting({ code, locale: "en", version }, "SOM12");
  };
  const shown = async () => {
    const page = (await (await meetingPage())())!;
    const value = page.results?.rows[0]?.countries[4]?.value;
    return { release: page.meeting.release?.code, version: page.results?.plan.version, value };
  };
  const frozen = {
    release: "june-2018",
    version: 2,
    value: { state: "shown", value: { kind: "number", number: "40" } },
  };
  expect(await shown()).toEqual(frozen);
  expect(await statementsOfPublicPage(database, await meetingPage())).toBeLessThanOrEqual(ENOUGH_STATEMENTS);

  await plan.approve("THA", "2015", { "G1.1-a": count(41) });
  await name("july-2018", 4);
  expect(await shown()).toEqual(frozen);
  // Else nothing would have changed that it could have shown.
  expect((await regionalProgress(code, "2015", "en"))?.rows[0]?.countries[4]?.value).toEqual({
    state: "shown",
    value: { kind: "number", number: "41" },
  });
  // Whoever comes with an earlier version of the plan puts out nothing that others keep.
  const kept = (resultsVersion: number) => frozenResults({ code, resultsVersion }, "june-2018", "en");
  const newest = await kept(6);
  expect((await kept(5))?.plan.version).toBe(2);
  expect(await kept(6)).toBe(newest);
  await expect(
    database.pool.query(
      "UPDATE meeting SET release_id = (SELECT id FROM release WHERE code = 'july-2018') WHERE id = $1",
      [id],
    ),
  ).rejects.toThrow("are out");
});

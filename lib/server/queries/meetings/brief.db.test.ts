import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, RoleGrant } from "@/lib/domain/permissions";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { nameRelease } from "@/lib/server/commands/name-release";
import { Publishing } from "@/lib/server/publications/testing/publishing";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { yourWork } from "../your-work";
import { briefOf } from "./brief";

const given = new Publishing("briefs");
const now = new Date("2017-05-01T04:00:00Z");
const asked = { locale: "en" as const, now };

let meeting: number;
const secretariat = () => given.plan.actors.secretariat;
const delegate = (): Actor => {
  const { planId, code, unitIds, actors } = given.plan;
  const unit = { id: unitIds.THA!, code: "THA", level: "country" } as const;
  const grant: RoleGrant = { role: "delegate", plan: { id: planId, code }, unit };
  return { ...actors.thailand, roles: [grant] };
};
const seen = async (id: number) => {
  const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id } });
  return { plan: given.plan.code, id, rowVersion };
};
async function plan(code: string, year: number): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    plan: given.plan.code,
    code,
    entry: {
      kind: "som",
      year,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit: null,
      texts: [{ locale: "en", title: `Meeting ${code}`, place: "", notes: "" }],
      participants: [],
      sources: [],
    },
  });
  return id;
}
const brief = (actor: Actor, unit: string | null = null) => briefOf(actor, given.plan.code, "SOM12", unit, asked);
async function ofThailand(actor: Actor = delegate()) {
  const view = await brief(actor, "THA");
  if (view === null || !("unit" in view)) throw new Error("There is no brief.");
  return view;
}

beforeEach(async () => {
  meeting = await plan("SOM12", 2018);
});

describe("a country's brief for a meeting", () => {
  it("is for its delegation and the secretariat alone", async () => {
    const { thailand, cambodia, contributor, cso, administrator } = given.plan.actors;
    for (const own of [delegate(), thailand]) {
      expect(await brief(own)).toMatchObject({ unit: { code: "THA" } });
      expect(await brief(own, "KHM")).toBeNull();
    }
    expect(await brief(cambodia, "THA")).toBeNull();
    for (const stranger of [contributor, cso, administrator]) expect(await brief(stranger, "THA")).toBeNull();
    const choice = await brief(secretariat());
    expect(choice && "units" in choice && choice.units.map(({ code }) => code)).toContain("KHM");
    expect(await ofThailand(secretariat())).toMatchObject({ unit: { code: "THA" } });
    expect(await briefOf(delegate(), given.plan.code, "SOM99", null, asked)).toBeNull();
    expect(await briefOf(delegate(), "nowhere", "SOM12", null, asked)).toBeNull();
  });

  it("is of the results that the meeting looks at, whatever is approved later", async () => {
    expect((await ofThailand()).results).toBeNull();
    const words = { title: "May", notes: "", titleTh: "", notesTh: "" };
    await nameRelease(secretariat(), { plan: given.plan.code, code: "may", version: 2, ...words }, now);
    await sendPapers(secretariat(), await seen(meeting), "may", now);
    const before = (await ofThailand()).results;
    expect(before?.countries.map(({ code }) => code)).toEqual(["THA"]);
    await given.approve("KHM");
    const { results } = await ofThailand();
    expect(results?.plan.release).toMatchObject({ code: "may", version: 2 });
    expect(results?.rows).toEqual(before?.rows);
    const page = (actor: Actor) => briefOf(actor, given.plan.code, "SOM12", "THA", asked);
    const { database, plan } = given;
    expect(await statementsOfPage(database, plan.code, plan.actors.thailand, page)).toBeLessThanOrEqual(
      ENOUGH_STATEMENTS,
    );
  });

  it("says what waits for the country, by number and due date, and not in whose words", async () => {
    const { cso } = given.plan.actors;
    const { id } = await addObservation(
      cso,
      { ...given.plan.address("THA", "2016"), about: { of: "indicator", code: "G2.1-a" } },
      {
        kind: "reportsGap",
        basis: "study",
        body: "WORDS",
        language: "en",
        attribution: "secretariatOnly",
        visibility: "governments",
        sources: [],
        shadow: null,
      },
      now,
    );
    const text = async () => {
      const { rowVersion } = await given.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
      return { plan: given.plan.code, id, rowVersion };
    };
    await submitObservation(cso, await text(), now);
    expect((await ofThailand()).open).toEqual([]);
    await passObservation(secretariat(), await text(), now);
    const earlier = await plan("SOM11", 2016);
    await advanceMeeting(secretariat(), await seen(earlier), "hold", now);
    for (const units of [["THA"], ["KHM"], []])
      await addDecision(
        secretariat(),
        await seen(earlier),
        {
          kind: "task",
          body: `For ${units.join() || "all"}.`,
          dueOn: "",
          units,
          organisations: [],
          priority: null,
          extendedTo: null,
        },
        now,
      );
    await advanceMeeting(secretariat(), await seen(earlier), "agreeOutcome", now);
    const view = await ofThailand();
    expect(view.open).toMatchObject([{ number: 1, dueOn: "2017-06-30", daysOverdue: 0, subject: { code: "G2.1-a" } }]);
    expect(view.due.map(({ decision }) => decision.body)).toEqual(["For THA.", "For all."]);
    expect(JSON.stringify(view)).not.toContain("WORDS");
    expect([view.mayOpen, (await ofThailand(given.plan.actors.thailand)).mayOpen]).toEqual([false, true]);
    const late = await briefOf(delegate(), given.plan.code, "SOM12", null, {
      ...asked,
      now: new Date("2017-07-02T04:00:00Z"),
    });
    expect(late && "open" in late && late.open[0]?.daysOverdue).toBe(2);
  });
});

describe("the next meeting of a delegation", () => {
  it("is the first to come, at home, with the briefs that are theirs", async () => {
    await plan("SOM13", 2019);
    const next = async (actor: Actor) => (await yourWork(actor, given.plan.code, asked))!.brief;
    const own = await next(delegate());
    expect(own).toMatchObject({ meeting: { code: "SOM12" }, units: [{ code: "THA" }] });
    await advanceMeeting(secretariat(), await seen(meeting), "hold", now);
    expect((await next(delegate()))?.meeting.code).toBe("SOM13");
    const { cso, contributor } = given.plan.actors;
    for (const other of [secretariat(), cso, contributor]) expect(await next(other)).toBeNull();
  });

  it("takes few statements on their first page", async () => {
    const { database, plan } = given;
    const page = (actor: Actor) => yourWork(actor, plan.code, asked);
    expect(await statementsOfPage(database, plan.code, plan.actors.thailand, page)).toBeLessThanOrEqual(
      ENOUGH_STATEMENTS,
    );
  });
});

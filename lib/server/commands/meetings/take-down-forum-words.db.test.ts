import { describe, expect, it } from "vitest";
import { publicVersion } from "@/lib/server/queries/public-version";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { describeForum } from "../youth/describe-forum";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { now, takingDown } from "./testing/taking-down";

const on = reportingTests();
const { secretariat, standing, seen, takeDown, partsOf, verified, entryOf } = takingDown(on);
const tell = async (id: number, theme: string, organisers: string) =>
  describeForum(secretariat(), await seen(id), { theme, organisers, safeguarding: null, counts: [] });

/** A forum that was held, and said such words before too. */
async function forum(theme: string, organisers: string): Promise<number> {
  const text = { locale: "en" as const, title: "Forum", place: "", notes: "" };
  const entry = entryOf([text], { kind: "youthForum" });
  const { id } = await addMeeting(secretariat(), { plan: on.plan.code, code: "YF-2018", entry });
  await tell(id, `${theme} before`, `${organisers} before`);
  await tell(id, theme, organisers);
  await advanceMeeting(secretariat(), await seen(id), "hold", now);
  return id;
}
async function read() {
  const version = (await publicVersion({ plan: on.plan.code, area: "youth-forum" }))!;
  const page = (await publicYouthForum({ code: on.plan.code, locale: "en", version, now }))!;
  const { theme, isThemeTakenDown, organisers, areOrganisersTakenDown } = page.forums[0]!;
  return { theme, isThemeTakenDown, organisers, areOrganisersTakenDown };
}
const offered = async (id: number) =>
  (await partsOf(id)).filter(({ kind }) => kind === "theme" || kind === "organisers").map(({ begins }) => begins);

describe("what a forum of young people says of itself", () => {
  it("is taken down by its parts, from every row and page, and leaves a mark until it is written anew", async () => {
    const id = await forum("Safety of MALEE", "Network of KANYA");
    expect(await offered(id)).toEqual(["Safety of MALEE", "Network of KANYA"]);
    expect(await read()).toMatchObject({ isThemeTakenDown: false, areOrganisersTakenDown: false });
    await takeDown(id, "theme");
    expect([await standing("MALEE"), await standing("KANYA")]).toEqual([[], ["youth_forum.organisers"]]);
    expect(await read()).toEqual({
      theme: "",
      isThemeTakenDown: true,
      organisers: "Network of KANYA",
      areOrganisersTakenDown: false,
    });
    await takeDown(id, "organisers");
    expect(await standing("KANYA")).toEqual([]);
    expect(await offered(id)).toEqual([]);
    const gone = { theme: "", isThemeTakenDown: true, organisers: "", areOrganisersTakenDown: true };
    expect(await read()).toEqual(gone);
    expect(await verified(id)).toBe(true);
    for (const of of ["theme", "organisers"] as const)
      await expect(takeDown(id, of)).rejects.toThrow(refusal("notFound"));
    // Who came is told anew, and nothing in the place of what is gone.
    await tell(id, "", "");
    expect(await read()).toEqual(gone);
    await tell(id, "Safe journeys", "");
    expect(await read()).toEqual({ ...gone, theme: "Safe journeys", isThemeTakenDown: false });
  });

  it("is taken down by the secretariat alone", async () => {
    const id = await forum("Theme", "Organisers");
    for (const nobody of [on.plan.actors.thailand, on.plan.actors.cso])
      await expect(takeDown(id, "theme", 0, nobody)).rejects.toThrow(refusal("notAllowed"));
  });
});

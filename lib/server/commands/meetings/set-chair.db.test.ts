import { expect, it } from "vitest";
import { meetingsForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { publicMeeting, publicMeetings } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addMeeting } from "./add-meeting";
import { setChair } from "./set-chair";

const on = reportingTests();
const set = (unit: string | null, seen: string, actor = on.plan.actors.secretariat) =>
  setChair(actor, { plan: on.plan.code, year: 2017, unit, seen });
const version = async () => (await publicVersion({ plan: on.plan.code, area: "meetings" }))!;
const area = async () => ({ code: on.plan.code, locale: "en", version: await version() });
async function planned(code: string, unit: string | null) {
  await addMeeting(on.plan.actors.secretariat, {
    plan: on.plan.code,
    code,
    entry: {
      kind: unit ? "taskForce" : "som",
      year: 2017,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit,
      participants: [],
      sources: [],
      texts: [{ locale: "en", title: code, place: "", notes: "" }],
    },
  });
}

it("the chair of a year stands in the calendar and at meetings of all countries, and is set as it was seen", async () => {
  await planned("SOM12", null);
  await planned("NTF", "THA");
  const chair = async (code: string) => (await publicMeeting(await area(), code))?.chair?.unit.code ?? null;
  expect(await chair("SOM12")).toBeNull();
  const before = await version();
  await set("KHM", "");
  expect(await version()).not.toBe(before);
  expect([await chair("SOM12"), await chair("NTF")]).toEqual(["KHM", null]);
  const chairs = [{ year: 2017, unit: { code: "KHM" } }];
  expect(await publicMeetings(await area())).toMatchObject({ chairs });
  expect(await meetingsForWork(on.plan.actors.secretariat, on.plan.code, "en")).toMatchObject({ chairs });

  await expect(set("THA", "")).rejects.toThrow(refusal("changedMeanwhile"));
  await expect(set("XXX", "2017 KHM")).rejects.toThrow(refusal("invalid"));
  for (const actor of [on.plan.actors.thailand, on.plan.actors.administrator])
    await expect(set("THA", "2017 KHM", actor)).rejects.toThrow(refusal("notAllowed"));
  const outcomes = await Promise.allSettled([set("THA", "2017 KHM"), set(null, "2017 KHM")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await auditWhere(on.database.prisma, { action: "chairSet" })).toHaveLength(2);
});

import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { reportingTests } from "@/test/factories/reporting-plan";
import { ENOUGH_STATEMENTS, statementsOfPage, statementsOfPublicPage } from "../page-statements.testing";
import { publicVersion } from "../public-version";
import { yourWork } from "../your-work";
import { decisionForm, followUpForm } from "./decision-forms";
import { agendaForm, meetingForm } from "./meeting-form";
import { meetingForWork, meetingsForWork } from "./meetings-for-work";
import { publicMeeting, publicMeetings } from "./public-meetings";

const on = reportingTests();
const now = new Date("2018-11-06T04:00:00Z");
const asked = { locale: "en" as const, now };

async function planned(code: string, year: number): Promise<number> {
  const { id } = await addMeeting(on.plan.actors.secretariat, {
    plan: on.plan.code,
    code,
    entry: {
      kind: "som",
      year,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: "THA",
      unit: null,
      texts: [{ locale: "en", title: code, place: "", notes: "" }],
      participants: [{ kind: "media", count: 2 }],
      sources: [{ title: "Papers", url: "" }],
    },
  });
  return id;
}

/** One that was held, with a decision. */
async function held(code: string, year: number): Promise<number> {
  const { secretariat } = on.plan.actors;
  const plan = on.plan.code;
  const id = await planned(code, year);
  await advanceMeeting(secretariat, { plan, id, rowVersion: 1 }, "hold", now);
  const words = {
    kind: "task",
    body: "Do it.",
    dueOn: "",
    organisations: [],
    priority: null,
    extendedTo: null,
    units: ["THA"],
  } as const;
  await addDecision(
    secretariat,
    { plan, id, rowVersion: 2 },
    { ...words, units: [...words.units], organisations: [] },
    now,
  );
  return id;
}

it("statements of a page of meetings are few", async () => {
  const plan = on.plan.code;
  const id = await held("SOM12", 2017);
  await advanceMeeting(on.plan.actors.secretariat, { plan, id, rowVersion: 3 }, "agreeOutcome", now);
  const next = await held("SOM13", 2018);
  const third = await planned("SOM14", 2019);
  const statementsOf = (page: (actor: Actor) => Promise<unknown>) =>
    statementsOfPage(on.database, plan, on.plan.actors.secretariat, page);
  const area = {
    code: plan,
    locale: "en",
    version: (await publicVersion({ plan, area: "meetings" }))!,
  };
  expect((await publicMeeting(area, "SOM12"))?.decisions).toHaveLength(1);
  const counts = {
    publicList: await statementsOfPublicPage(on.database, () => publicMeetings(area)),
    public: await statementsOfPublicPage(on.database, () => publicMeeting(area, "SOM12")),
    work: await statementsOf((actor) => yourWork(actor, plan, asked)),
    list: await statementsOf((actor) => meetingsForWork(actor, plan, "en")),
    one: await statementsOf((actor) => meetingForWork(actor, plan, next, { locale: "en", now })),
    planned: await statementsOf((actor) => meetingForWork(actor, plan, third, { locale: "en", now })),
    edit: await statementsOf((actor) => meetingForm(actor, plan, next, "en")),
    agenda: await statementsOf((actor) => agendaForm(actor, plan, next, "en")),
    decision: await statementsOf((actor) => decisionForm(actor, plan, next, 1, "en")),
    followUp: await statementsOf((actor) => followUpForm(actor, plan, next, { locale: "en", now })),
  };
  const many = Object.entries(counts).filter(([, count]) => count > ENOUGH_STATEMENTS);
  expect(many).toEqual([]);
});

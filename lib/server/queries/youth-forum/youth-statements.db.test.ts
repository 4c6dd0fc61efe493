import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { addRecommendation } from "@/lib/server/commands/youth/add-recommendation";
import { passRecommendation } from "@/lib/server/commands/youth/pass-recommendation";
import { submitRecommendation } from "@/lib/server/commands/youth/submit-recommendation";
import { reportingTests } from "@/test/factories/reporting-plan";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { forumForm } from "./forum-form";
import { recommendationForm, recommendationForWork, recommendationList } from "./recommendations-for-work";

const on = reportingTests();
const now = new Date("2018-03-09T04:00:00Z");
const asked = { locale: "en" as const, now };

it("statements of a page of recommendations are few", async () => {
  const { code: plan, planId, actors } = on.plan;
  const { cso, secretariat, thailand } = actors;
  const facilitator: Actor = {
    ...cso,
    roles: [{ role: "youthFacilitator", plan: { id: planId, code: plan }, unit: null }],
  };
  const { id: meeting } = await addMeeting(secretariat, {
    plan,
    code: "YF-2018",
    entry: {
      kind: "youthForum",
      year: 2018,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit: null,
      participants: [],
      sources: [],
      texts: [{ locale: "en", title: "Forum", place: "", notes: "" }],
    },
  });
  await advanceMeeting(secretariat, { plan, id: meeting, rowVersion: 1 }, "hold", now);
  const said = { body: "Ask us.", language: "en" as const, node: "G1", units: [] };
  const draft = (await addRecommendation(facilitator, { plan, meeting }, said, now)).id;
  const { id } = await addRecommendation(facilitator, { plan, meeting }, said, now);
  await submitRecommendation(facilitator, { plan, id, rowVersion: 1 }, now);
  await passRecommendation(secretariat, { plan, id, rowVersion: 2 }, now);
  const statementsOf = (page: (actor: Actor) => Promise<unknown>, actor: Actor) =>
    // The session knows the roles that stand in the database, and the page those of its actor.
    statementsOfPage(on.database, plan, actor, () => page(actor));
  const counts = {
    list: await statementsOf((actor) => recommendationList(actor, plan, asked), facilitator),
    draft: await statementsOf((actor) => recommendationForWork(actor, plan, draft, asked), facilitator),
    passed: await statementsOf((actor) => recommendationForWork(actor, plan, id, asked), thailand),
    forum: await statementsOf((actor) => forumForm(actor, plan, meeting, asked), facilitator),
    new: await statementsOf((actor) => recommendationForm(actor, plan, meeting, asked), facilitator),
  };
  const many = Object.entries(counts).filter(([, count]) => count > ENOUGH_STATEMENTS);
  expect(many).toEqual([]);
});

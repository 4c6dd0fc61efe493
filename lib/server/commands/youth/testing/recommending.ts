import type { Actor } from "@/lib/domain/permissions";
import type { RecommendationSaid } from "@/lib/schemas/commitments/recommendation-forms";
import type { Database } from "@/lib/server/db/client";
import type { Reporting } from "@/test/factories/make-reporting";
import { addMeeting } from "../../meetings/add-meeting";
import { advanceMeeting } from "../../meetings/advance-meeting";
import { addRecommendation } from "../add-recommendation";
import { passRecommendation } from "../pass-recommendation";
import { submitRecommendation } from "../submit-recommendation";

export const now = new Date("2018-03-09T04:00:00Z");
export const said: RecommendationSaid = {
  body: "Teach it at school before we leave",
  language: "en",
  node: "G1",
  units: [],
};

/** Steps with recommendations of a Youth Forum, of the plan that a test has. */
export function recommending(on: { readonly database: Database; readonly plan: Reporting }) {
  /** Speaks for the young people, in the organisation of the plan's member of civil society. */
  const facilitator = (): Actor => ({
    ...on.plan.actors.cso,
    roles: [{ role: "youthFacilitator", plan: { id: on.plan.planId, code: on.plan.code }, unit: null }],
  });
  /** A forum that was held. */
  async function forum(code = "YF-2018"): Promise<number> {
    const { secretariat } = on.plan.actors;
    const { id } = await addMeeting(secretariat, {
      plan: on.plan.code,
      code,
      entry: {
        kind: "youthForum",
        year: 2018,
        startsOn: "2018-03-01",
        endsOn: "2018-03-02",
        isOnline: false,
        host: null,
        unit: null,
        participants: [],
        sources: [],
        texts: [{ locale: "en", title: code, place: "", notes: "" }],
      },
    });
    await advanceMeeting(secretariat, { plan: on.plan.code, id, rowVersion: 1 }, "hold", now);
    return id;
  }
  const row = (id: number) =>
    on.database.prisma.addressedText.findUniqueOrThrow({
      where: { id },
      include: { rounds: { include: { responses: { orderBy: { unitId: "asc" } } } }, units: true },
    });
  const seen = async (id: number) => ({ plan: on.plan.code, id, rowVersion: (await row(id)).rowVersion });
  /** The answer of a unit, as its page shows it. */
  const answering = async (id: number, code = "THA") => {
    const { rowVersion } = await on.database.prisma.addressedUnit.findFirstOrThrow({
      where: { textId: id, unit: { code } },
    });
    return { plan: on.plan.code, id, rowVersion };
  };
  const add = async (meeting: number, more: Partial<RecommendationSaid> = {}) =>
    (await addRecommendation(facilitator(), { plan: on.plan.code, meeting }, { ...said, ...more }, now)).id;
  async function passed(more: Partial<RecommendationSaid> = {}): Promise<number> {
    const id = await add(await forum(), more);
    await submitRecommendation(facilitator(), await seen(id), now);
    await passRecommendation(on.plan.actors.secretariat, await seen(id), now);
    return id;
  }
  return { facilitator, forum, row, seen, answering, add, passed };
}

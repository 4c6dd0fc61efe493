import "server-only";
import { compareMeetings } from "@/lib/domain/commitments/decision";
import { dayInRegion } from "@/lib/server/db/day";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { MeetingHead } from "@/lib/views/commitments/meeting-view";
import type { RecommendedBefore } from "@/lib/views/commitments/recommendation-view";
import { readPublicForums } from "./read-public-forums";

/**
 * What young people recommended at forums before a meeting, for its papers: each in its words, and how governments answered,
 * by country. A forum of one country is looked at in meetings of all of them, and in its own.
 * @returns `textIds` are the rows whose words are in it, for whoever keeps them
 */
export async function recommendedInPublic(
  planId: number,
  framework: PlanFramework,
  meeting: MeetingHead,
  language: string,
  now: Date,
): Promise<{ recommended: RecommendedBefore; textIds: number[] }> {
  const at = { ...meeting, unit: null };
  const forums = (await readPublicForums(planId, framework, language, now)).filter(
    (forum) =>
      compareMeetings({ ...forum.meeting, unit: null }, at) < 0 &&
      (meeting.unit === null || forum.meeting.unit === null || forum.meeting.unit.code === meeting.unit.code),
  );
  const recommendations = forums.flatMap((forum) => forum.recommendations);
  const answers = recommendations.flatMap((each) => each.answers);
  return {
    textIds: recommendations.filter(({ said }) => said !== null).map(({ id }) => id),
    recommended: {
      readOn: dayInRegion(now),
      forums,
      units: [...framework.units.values()]
        .filter(({ level }) => level === "country")
        .map((unit) => {
          const own = answers.filter((each) => each.unit.code === unit.code);
          const actions = own.flatMap(({ keyActions }) => keyActions);
          return {
            unit,
            counts: {
              asked: own.length,
              answered: own.filter(({ answer }) => answer !== null).length,
              underWay: actions.filter(({ state }) => state === "underWay").length,
              done: actions.filter(({ state }) => state === "done").length,
            },
          };
        }),
    },
  };
}

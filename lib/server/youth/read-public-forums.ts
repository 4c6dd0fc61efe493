import "server-only";
import { isComing } from "@/lib/domain/commitments/meeting";
import { readFollowUps } from "@/lib/server/commitments/follow-ups/follow-up-rows";
import { readKeyActions } from "@/lib/server/commitments/key-action-rows";
import { byDay, meetingHead, meetingHeadSelect } from "@/lib/server/commitments/meeting-rows";
import {
  meetingsOfAnswers,
  recommendationSelect,
  recommendationView,
} from "@/lib/server/commitments/recommendation-rows";
import { db } from "@/lib/server/db/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { ForumSaid } from "@/lib/views/commitments/recommendation-view";

/**
 * Forums of a plan that were held, the latest first, with what everybody reads of what was recommended at them.
 * @param language of titles and of words as far as they were translated; any language of publications
 */
export async function readPublicForums(
  planId: number,
  framework: PlanFramework,
  language: string,
  now: Date,
): Promise<ForumSaid[]> {
  const client = await db();
  const [rows, texts] = await Promise.all([
    client.meeting.findMany({
      where: { planId, ...meetingsOfAnswers },
      select: meetingHeadSelect(language),
    }),
    client.addressedText.findMany({
      where: { planId, kind: "recommendation", rounds: { some: { stage: "passed" } } },
      orderBy: { number: "asc" },
      select: recommendationSelect,
    }),
  ]);
  const ids = texts.map(({ id }) => id);
  const meetings = rows.map((row) => meetingHead(row, language, framework));
  const keyActions = await readKeyActions(client, ids, language);
  const followUps = await readFollowUps(client, ids);
  const reader = { party: null, framework, language, now, keyActions, followUps, meetings };
  return meetings
    .filter(({ kind, state }) => kind === "youthForum" && !isComing(state))
    .sort((one, other) => byDay(other, one))
    .map((meeting) => ({
      meeting,
      recommendations: texts
        .filter(({ recommendation }) => recommendation!.meetingId === meeting.id)
        .flatMap((text) => recommendationView(text, reader) ?? []),
    }));
}

import "server-only";
import { resultsVersionOfArea } from "@/lib/schemas/addresses/area-version";
import { readFollowUps } from "@/lib/server/commitments/follow-ups/follow-up-rows";
import { readKeyActions } from "@/lib/server/commitments/key-action-rows";
import { meetingHead, meetingHeadSelect } from "@/lib/server/commitments/meeting-rows";
import {
  meetingsOfAnswers,
  recommendationSelect,
  recommendationView,
} from "@/lib/server/commitments/recommendation-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type { YouthCardView } from "@/lib/views/commitments/recommendation-view";

/**
 * What became of one recommendation, with names in the language asked for, whether or not pages speak it; null for one that
 * nobody has passed on, and what is no version of the area.
 */
export async function publicYouthCard(
  { code, language, version }: { code: string; language: string; version: string },
  number: number,
): Promise<YouthCardView | null> {
  const results = resultsVersionOfArea(version);
  const plan = results && (await publishedPlan(code, language, results));
  if (!plan) return null;
  const client = await db();
  const row = await client.addressedText.findFirst({
    where: { planId: plan.id, kind: "recommendation", number, rounds: { some: { stage: "passed" } } },
    select: recommendationSelect,
  });
  if (!row) return null;
  const spoken = await frameworkOf({ id: plan.id, resultsVersion: plan.version }, language);
  const named = new Map(plan.countries.map(({ id, name }) => [id, name]));
  const units = new Map([...spoken.units].map(([id, unit]) => [id, { ...unit, name: named.get(id) ?? unit.name }]));
  const framework = { ...spoken, units };
  const rows = await client.meeting.findMany({
    where: { planId: plan.id, ...meetingsOfAnswers },
    select: meetingHeadSelect(language),
  });
  const meetings = rows.map((meeting) => meetingHead(meeting, language, framework));
  const meeting = meetings.find(({ id }) => id === row.recommendation!.meetingId)!;
  const keyActions = await readKeyActions(client, [row.id], language);
  const followUps = await readFollowUps(client, [row.id]);
  const reader = { party: null, framework, language, now: new Date(), keyActions, followUps, meetings };
  const recommendation = recommendationView(row, reader);
  return recommendation && { plan: plan.head, meeting, recommendation };
}

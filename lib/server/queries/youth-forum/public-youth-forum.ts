import "server-only";
import { type ForumCount, shownOfForum } from "@/lib/domain/commitments/forum-counts";
import { isComing } from "@/lib/domain/commitments/meeting";
import { spokenLocale } from "@/lib/i18n/routing";
import { resultsVersionOfArea } from "@/lib/schemas/addresses/area-version";
import { readKeyActions } from "@/lib/server/commitments/key-action-rows";
import { byDay, meetingHead, meetingHeadSelect } from "@/lib/server/commitments/meeting-rows";
import {
  dueMeeting,
  type RecommendationRow,
  recommendationSelect,
  recommendationView,
} from "@/lib/server/commitments/recommendation-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { organisationName, organisationNames } from "@/lib/server/people/organisation-name";
import { publishedPlan } from "@/lib/server/results/read/plan";
import type { ForumView, YouthForumPageView } from "@/lib/views/commitments/recommendation-view";

/** What became of what young people recommended; null for a plan that there isn't, and what is no version of the area. */
export async function publicYouthForum({
  code,
  locale,
  version,
}: {
  code: string;
  locale: string;
  version: string;
}): Promise<YouthForumPageView | null> {
  const results = resultsVersionOfArea(version);
  const language = spokenLocale(locale);
  const plan = results && (await publishedPlan(code, language, results));
  if (!plan) return null;
  const framework = await frameworkOf({ id: plan.id, resultsVersion: plan.version }, locale);
  const client = await db();
  const [rows, texts, { smallCountThreshold: below }] = await Promise.all([
    client.meeting.findMany({
      where: { planId: plan.id, kind: { in: ["youthForum", "som", "somImm"] } },
      select: {
        ...meetingHeadSelect(language),
        forum: {
          select: {
            organisers: true,
            safeguarding: { select: organisationNames },
            participants: { select: { unitId: true, sex: true, age: true, count: true } },
          },
        },
      },
    }),
    client.addressedText.findMany({
      where: { planId: plan.id, kind: "recommendation", rounds: { some: { stage: "passed" } } },
      orderBy: { number: "asc" },
      select: recommendationSelect,
    }),
    client.plan.findUniqueOrThrow({ where: { id: plan.id }, select: { smallCountThreshold: true } }),
  ]);
  const ids = texts.map(({ id }) => id);
  const reader = {
    ...{ party: null, framework, language, now: new Date() },
    keyActions: await readKeyActions(client, ids, language),
  };
  const heads = rows.map((row) => ({ row, head: meetingHead(row, language, framework) }));
  const times = heads.map(({ head }) => ({ ...head, head, unit: head.unit?.code ?? null }));
  const forumOf = ({ row, head }: (typeof heads)[number]): ForumView => {
    const { forum } = row;
    return {
      meeting: head,
      organisers: forum?.organisers ?? "",
      safeguarding: forum?.safeguarding ? organisationName(forum.safeguarding, locale) : null,
      participants: participantsOf(forum?.participants ?? [], below),
      dueAt: dueMeeting({ ...head, unit: null }, times)?.head ?? null,
      recommendations: texts
        .filter(({ recommendation }) => recommendation!.meetingId === row.id)
        .flatMap((text: RecommendationRow) => recommendationView(text, reader) ?? []),
    };
  };
  const forums = heads
    .filter(({ head }) => head.kind === "youthForum" && !isComing(head.state))
    .sort((one, other) => byDay(other.head, one.head))
    .map(forumOf);
  return { plan: plan.head, forums };
}

function participantsOf(rows: readonly ForumCount[], below: number): ForumView["participants"] {
  if (rows.length === 0) return null;
  return { ...shownOfForum(rows, below), countries: new Set(rows.map(({ unitId }) => unitId)).size, below };
}

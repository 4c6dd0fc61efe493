import "server-only";
import { type ForumCount, shownOfForum } from "@/lib/domain/commitments/forum-counts";
import { spokenLocale } from "@/lib/i18n/routing";
import { resultsVersionOfArea } from "@/lib/schemas/addresses/area-version";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { organisationName, organisationNames } from "@/lib/server/people/organisation-name";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { readPublicForums } from "@/lib/server/youth/read-public-forums";
import type { ForumView, YouthForumPageView } from "@/lib/views/commitments/recommendation-view";

/** What became of what young people recommended; null for a plan that there isn't, and what is no version of the area. */
export async function publicYouthForum({
  code,
  locale,
  version,
  now = new Date(),
}: {
  code: string;
  locale: string;
  version: string;
  now?: Date;
}): Promise<YouthForumPageView | null> {
  const results = resultsVersionOfArea(version);
  const language = spokenLocale(locale);
  const plan = results && (await publishedPlan(code, language, results));
  if (!plan) return null;
  const framework = await frameworkOf({ id: plan.id, resultsVersion: plan.version }, locale);
  const client = await db();
  const [said, rows, { smallCountThreshold: below }] = await Promise.all([
    readPublicForums(plan.id, framework, language, now),
    client.youthForum.findMany({
      where: { meeting: { planId: plan.id } },
      select: {
        meetingId: true,
        theme: true,
        organisers: true,
        safeguarding: { select: organisationNames },
        themeRedactedAt: true,
        organisersRedactedAt: true,
        participants: { select: { unitId: true, sex: true, age: true, count: true } },
      },
    }),
    client.plan.findUniqueOrThrow({ where: { id: plan.id }, select: { smallCountThreshold: true } }),
  ]);
  const forums = said.map((forum): ForumView => {
    const row = rows.find(({ meetingId }) => meetingId === forum.meeting.id);
    return {
      ...forum,
      theme: row?.theme ?? "",
      organisers: row?.organisers ?? "",
      isThemeTakenDown: (row?.themeRedactedAt ?? null) !== null,
      areOrganisersTakenDown: (row?.organisersRedactedAt ?? null) !== null,
      safeguarding: row?.safeguarding ? organisationName(row.safeguarding, locale) : null,
      participants: participantsOf(row?.participants ?? [], below),
    };
  });
  return { plan: plan.head, forums };
}

function participantsOf(rows: readonly ForumCount[], below: number): ForumView["participants"] {
  if (rows.length === 0) return null;
  return { ...shownOfForum(rows, below), below };
}

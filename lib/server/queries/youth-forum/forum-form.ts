import "server-only";
import { mayDescribeForum } from "@/lib/domain/commitments/recommendation";
import type { Actor } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { forumCountField } from "@/lib/schemas/commitments/forum-fields";
import { meetingHead, meetingHeadSelect } from "@/lib/server/commitments/meeting-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { DirectedForumFormView } from "@/lib/views/commitments/forum-form-view";

/** The form of who came to a forum; null where there is none of which the reader may say it. */
export async function forumForm(
  actor: Actor,
  planCode: string,
  meetingId: number,
  { locale }: { locale: string },
): Promise<DirectedForumFormView | null> {
  const client = await db();
  const language = spokenLocale(locale);
  const row = await client.meeting.findFirst({
    where: { id: meetingId, kind: "youthForum", plan: { code: planCode } },
    select: {
      ...meetingHeadSelect(language),
      planId: true,
      rowVersion: true,
      unit: { select: { id: true, code: true, level: true } },
      plan: { select: { id: true, resultsVersion: true } },
      forum: {
        select: {
          theme: true,
          organisers: true,
          safeguardingId: true,
          participants: { select: { unitId: true, sex: true, age: true, count: true } },
        },
      },
    },
  });
  if (!row || !mayDescribeForum(actor, row)) return null;
  const framework = await frameworkOf(row.plan, locale);
  const { forum } = row;
  const organisations = await client.$queryRaw<DirectedForumFormView["organisations"]>`
    SELECT o.id, ${organisationNameIn(language)} AS name, o.archived_at IS NOT NULL AS "isArchived" FROM organisation o
    WHERE o.archived_at IS NULL OR o.id = ${forum?.safeguardingId ?? 0} ORDER BY name`;
  return {
    meeting: meetingHead(row, language, framework),
    rowVersion: row.rowVersion,
    organisations,
    theme: forum?.theme ?? "",
    organisers: forum?.organisers ?? "",
    safeguarding: forum?.safeguardingId ?? null,
    countries: [...framework.units.values()].filter(({ level }) => level === "country"),
    counts: Object.fromEntries(
      (forum?.participants ?? []).flatMap(({ unitId, sex, age, count }) => {
        const unit = framework.units.get(unitId);
        return unit ? [[forumCountField(unit.code, sex, age), String(count)]] : [];
      }),
    ),
  };
}

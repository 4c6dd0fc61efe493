import "server-only";
import { compareMeetings, type FollowUpStatus, type MeetingTime } from "@/lib/domain/commitments/decision";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import type { FollowedUp } from "@/lib/views/commitments/follow-up-view";

/** What a meeting was told of a text. */
export interface FollowUpRow {
  textId: number;
  meetingId: number;
  meeting: MeetingTime;
  status: FollowUpStatus;
  body: string;
  isEmptied: boolean;
}

/** Those of texts, as JSON: of a statement that asks for more. @param ofText says which rows `f` */
export const followUpsJson = (ofText: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('textId', f.text_id, 'meetingId', f.meeting_id, 'status', f.status,
      'body', f.body, 'isEmptied', f.redacted_at IS NOT NULL, 'meeting', json_build_object('code', fm.code,
      'year', fm.year, 'startsOn', fm.starts_on, 'endsOn', fm.ends_on, 'unit', fu.code))), '[]')
    FROM follow_up f JOIN meeting fm ON fm.id = f.meeting_id LEFT JOIN reporting_unit fu ON fu.id = fm.unit_id
    WHERE ${ofText})`;

/** What meetings were told of texts, in one statement. */
export async function readFollowUps(
  client: Pick<PrismaClient, "$queryRaw">,
  textIds: readonly number[],
): Promise<FollowUpRow[]> {
  const [row] = await client.$queryRaw<{ told: FollowUpRow[] }[]>`
    SELECT ${followUpsJson(Prisma.sql`f.text_id = ANY(${[...textIds]}::int[])`)} AS told`;
  return row?.told ?? [];
}

/** What meetings were told of a text, in the order of time. */
export const followedUp = (rows: readonly FollowUpRow[], textId: number): FollowedUp[] =>
  rows
    .filter((row) => row.textId === textId)
    .sort((one, other) => compareMeetings(one.meeting, other.meeting))
    .map(({ meeting, status, body, isEmptied }) => ({
      meeting: meeting.code,
      on: meeting.startsOn,
      year: meeting.year,
      status,
      body,
      isEmptied,
    }));

import "server-only";
import {
  answersDueOn,
  dueMeeting,
  nearnessOf,
  type RecommendationParty,
  readsRecommendation,
} from "@/lib/domain/commitments/recommendation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { dayInRegion, dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { MeetingHead } from "@/lib/views/commitments/meeting-view";
import type { AnswersDue, RecommendationView, UnitAnswerView } from "@/lib/views/commitments/recommendation-view";
import { type FollowUpRow, followedUp } from "./follow-ups/follow-up-rows";
import { evidenceOf, type KeyActionRow, keyActionsOf } from "./key-action-rows";

/** What is read of a recommendation, whoever reads it: `recommendationView` leaves out what isn't for them. */
export const recommendationSelect = {
  id: true,
  number: true,
  planId: true,
  organisationId: true,
  locale: true,
  rowVersion: true,
  end: true,
  units: { select: { unitId: true, rowVersion: true } },
  recommendation: {
    select: { meetingId: true, nodeId: true, words: { select: { locale: true, body: true } } },
  },
  rounds: {
    select: {
      round: true,
      stage: true,
      body: true,
      rule: true,
      note: true,
      checkedAt: true,
      responses: {
        select: {
          unitId: true,
          state: true,
          answer: true,
          body: true,
          givenOn: true,
          redactedAt: true,
          evidenceTitle: true,
          evidenceUrl: true,
        },
      },
    },
  },
} as const satisfies Prisma.AddressedTextSelect;
export type RecommendationRow = Prisma.AddressedTextGetPayload<{ select: typeof recommendationSelect }>;

interface Reader {
  party: RecommendationParty;
  framework: PlanFramework;
  /** The language of the page. */
  language: string;
  now: Date;
  keyActions: readonly KeyActionRow[];
  /** What meetings were told of it, among others; a list tells none of it. */
  followUps?: readonly FollowUpRow[];
  /** Those of which young people's answers depend: `meetingsOfAnswers`. */
  meetings: readonly MeetingHead[];
}

/** Forums, and the meetings at which answers to what was recommended there are due. */
export const meetingsOfAnswers = { kind: { in: ["youthForum", "som", "somImm"] } } satisfies Prisma.MeetingWhereInput;

/**
 * A recommendation as somebody may read it; null for whoever may not know of it. Where it was translated, it is read in the
 * language of the page; else as it was said.
 */
export function recommendationView(row: RecommendationRow, reader: Reader): RecommendationView | null {
  const { party, framework, language } = reader;
  const [round] = row.rounds;
  const facts = { stage: round!.stage, end: row.end };
  const reads = readsRecommendation(party, facts);
  // What was taken down leaves its number and its forum.
  if (!reads && !readsRecommendation(party, { ...facts, end: null })) return null;
  const { nodeId, words } = row.recommendation!;
  const translated = words.find(({ locale }) => locale === language);
  const said = translated ?? { body: round!.body, locale: row.locale };
  const due = dueOf(row, reader);
  const addressed = new Set(row.units.map(({ unitId }) => unitId));
  return {
    id: row.id,
    number: row.number,
    end: row.end,
    node: framework.named.get(nodeId) ?? null,
    said: reads ? { body: said.body, language: said.locale, saidIn: row.locale } : null,
    due,
    answers: reads
      ? [...framework.units].flatMap(([unitId, unit]) =>
          addressed.has(unitId) ? [answerOf(row, { unitId, unit, due }, reader)] : [],
        )
      : [],
    followUps: reads ? followedUp(reader.followUps ?? [], row.id) : [],
  };
}

function answerOf(
  { id, rounds: [round] }: RecommendationRow,
  { unitId, unit, due }: { unitId: number; unit: UnitAnswerView["unit"]; due: AnswersDue | null },
  { keyActions, now }: Reader,
): UnitAnswerView {
  const response = round!.responses.find((each) => each.unitId === unitId);
  const given = response?.state === "given" ? response : null;
  const givenOn = given?.givenOn ? dayOf(given.givenOn) : null;
  const lastDay = due && answersDueOn(due.meeting);
  return {
    unit,
    answer: given?.answer ?? null,
    body: given?.body ?? "",
    givenOn,
    isEmptied: given !== null && given.redactedAt !== null,
    evidence: given && evidenceOf(given),
    isLate: givenOn !== null && lastDay !== null && givenOn > lastDay,
    keyActions: given
      ? keyActionsOf(
          keyActions.filter((each) => each.unitId === unitId),
          { id, round: round!.round, unit: unit.code },
          now,
        )
      : [],
  };
}

/** The day on which it was passed on; null before. */
export const passedOnOf = ({
  rounds: [round],
}: {
  rounds: readonly Pick<RecommendationRow["rounds"][number], "stage" | "checkedAt">[];
}): IsoDate | null => (round?.stage === "passed" && round.checkedAt ? dayInRegion(round.checkedAt) : null);

function dueOf(row: RecommendationRow, { meetings, now }: Pick<Reader, "meetings" | "now">): AnswersDue | null {
  const times = meetings.map((head) => ({ ...head, head, unit: head.unit?.code ?? null }));
  const forum = times.find(({ id }) => id === row.recommendation!.meetingId);
  const due = forum && dueMeeting({ ...forum, unit: null }, passedOnOf(row), times);
  return due ? { meeting: due.head, isPast: nearnessOf(due, dayInRegion(now)) === "past" } : null;
}

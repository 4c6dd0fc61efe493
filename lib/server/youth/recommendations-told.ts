import "server-only";
import { roundStagesBefore } from "@/lib/domain/commitments/addressed-life";
import {
  answersDueOn,
  nearnessOf,
  readsRecommendation,
  recommendationParty,
} from "@/lib/domain/commitments/recommendation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { DigestMailKind } from "@/lib/domain/mail";
import { can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { MailReader } from "@/lib/server/mail/mail-reader";
import type { NoticeSubject } from "@/lib/server/mail/notice-subject";
import { type AskedAnswer, askedAnswers } from "./asked-answers";

type RecommendationMail = Extract<DigestMailKind, `recommendation${string}`>;
export const isOfRecommendations = (kind: string): kind is RecommendationMail =>
  kind === "recommendationCheck" || kind === "recommendationReply" || kind === "recommendationNews";

/** A recommendation as a mail speaks of it. */
export interface ToldOfRecommendation {
  id: number;
  number: number;
  /** It waits for the safety check; an answer waits, its day was missed, or it came and something is done about it. */
  says: "check" | "waits" | "missed" | "news";
  /** The last day on which the answer is in time; null where none is known. */
  dueOn: IsoDate | null;
}

const answersOf = ({ plan, unit }: NoticeSubject, numbers: readonly number[]): Promise<AskedAnswer[]> =>
  askedAnswers({
    unitId: unit.id,
    addressed: { text: { planId: plan.id, kind: "recommendation", number: { in: [...numbers] } } },
  });

/** Those of these recommendations, by number, that were submitted. */
const submittedOf = ({ plan }: NoticeSubject, numbers: readonly number[]) =>
  db().then((client) =>
    client.addressedText.findMany({
      where: { planId: plan.id, kind: "recommendation", number: { in: [...numbers] } },
      orderBy: { number: "asc" },
      select: {
        id: true,
        number: true,
        planId: true,
        organisationId: true,
        end: true,
        rounds: { select: { stage: true } },
        recommendation: { select: { meeting: { select: { unit: { select: { id: true, level: true } } } } } },
      },
    }),
  );

/** What the secretariat does about a recommendation is told as the region's; what a country does, as that country's. */
const isOfCheck = (kind: RecommendationMail, { unit }: NoticeSubject): boolean =>
  kind === "recommendationCheck" || (kind === "recommendationNews" && unit.level === "region");

/** What a mail says of these recommendations, by number, at a moment: also of one that has left long ago. */
export async function recommendationsTold(
  kind: RecommendationMail,
  subject: NoticeSubject,
  numbers: readonly number[],
  now: Date,
): Promise<ToldOfRecommendation[]> {
  if (isOfCheck(kind, subject))
    return (await submittedOf(subject, numbers)).map(({ id, number }) => ({
      id,
      number: number!,
      says: kind === "recommendationCheck" ? "check" : "news",
      dueOn: null,
    }));
  const answers = await answersOf(subject, numbers);
  return answers.map(({ id, number, due, givenAt }) => {
    const isNews = kind === "recommendationNews" && givenAt !== null && givenAt <= now;
    const isPast = due !== null && nearnessOf(due, dayInRegion(now)) === "past";
    return { id, number, says: isNews ? "news" : isPast ? "missed" : "waits", dueOn: due && answersDueOn(due) };
  });
}

/** Which of these recommendations, by number, still wait for the reader's check or answer for the unit, or are news of their own. */
export async function stillRecommended(
  kind: RecommendationMail,
  subject: NoticeSubject,
  numbers: readonly number[],
  { actor }: MailReader,
  now: Date,
): Promise<number[]> {
  const { plan, unit } = subject;
  if (actor === null) return [];
  if (kind === "recommendationCheck") {
    if (!can(actor, "checkSafety", { planId: plan.id })) return [];
    const waits = roundStagesBefore("pass");
    return (await submittedOf(subject, numbers)).flatMap(({ number, end, rounds }) =>
      end === null && rounds.some(({ stage }) => waits.includes(stage)) ? number! : [],
    );
  }
  if (isOfCheck(kind, subject))
    return (await submittedOf(subject, numbers)).flatMap(({ number, recommendation, ...facts }) =>
      recommendationParty(actor, { ...facts, forumUnit: recommendation!.meeting.unit }) === "author" ? number! : [],
    );
  const answers = await answersOf(subject, numbers);
  const still = answers.filter(({ givenAt, due, ...facts }) => {
    if (kind === "recommendationReply")
      return givenAt === null && facts.end === null && can(actor, "sendReply", { planId: plan.id, unit });
    const party = recommendationParty(actor, facts);
    // A meeting may have been put off since its day passed.
    const isTrue = givenAt !== null || (due !== null && nearnessOf(due, dayInRegion(now)) === "past");
    return isTrue && party === "author" && readsRecommendation(party, facts);
  });
  return still.map(({ number }) => number);
}

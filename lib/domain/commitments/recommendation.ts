import type { IsoDate } from "../framework/reporting-period";
import { type Actor, can, type UnitRef } from "../permissions";
import { type RoundStage, type RoundStep, roundStagesBefore, type TextEnd } from "./addressed-life";
import { compareMeetings, type MeetingTime } from "./decision";
import { type MeetingKind, type MeetingState, meetingStatesBefore } from "./meeting";
import { isNearlyDue, isPastDue } from "./reply-clocks";

// What young people recommend to governments at a forum, and what each of them answers.

/** What a government says to a recommendation. */
export const recommendationAnswers = ["accepted", "acceptedInPart", "noted"] as const;
export type RecommendationAnswer = (typeof recommendationAnswers)[number];

/** What isn't accepted as it was said is explained. */
export const needsReason = (answer: RecommendationAnswer): boolean => answer !== "accepted";

export const longestRecommendation = 1_000;
/** Some scripts need more letters for the same. */
export const longestTranslation = 2_000;
/** A forum speaks of what matters most. */
export const mostRecommendations = 20;

/** Who takes part is told by counts alone. */
export const youthAges = ["under15", "from15", "from18"] as const;
export type YouthAge = (typeof youthAges)[number];
export const youthSexes = ["female", "male", "other"] as const;
export type YouthSex = (typeof youthSexes)[number];

/** What is asked of a recommendation to know who may do what with it. */
export interface RecommendationFacts {
  planId: number;
  /** Whose own forum it was; null for one of all countries. */
  forumUnit: Pick<UnitRef, "id" | "level"> | null;
  organisationId: number;
  stage: RoundStage;
  end: TextEnd | null;
}

/**
 * Who says who came to a forum: those who speak for the young people, and the secretariat, which plans it; as long as anything is
 * said of a meeting.
 */
export const mayDescribeForum = (
  actor: Actor,
  { planId, unit, state }: { planId: number; unit: Pick<UnitRef, "id" | "level"> | null; state: MeetingState },
): boolean =>
  meetingStatesBefore("write").includes(state) &&
  (can(actor, "recommend", { planId, unit }) || can(actor, "keepMeetings", { planId }));

/** What somebody is to a recommendation: those who speak for the young people, the secretariat, or anybody. */
export type RecommendationParty = "author" | "secretariat" | null;

export function recommendationParty(
  actor: Actor | null,
  { planId, forumUnit, organisationId }: Pick<RecommendationFacts, "planId" | "forumUnit" | "organisationId">,
): RecommendationParty {
  if (actor === null) return null;
  if (actor.organisation.id === organisationId && can(actor, "recommend", { planId, unit: forumUnit })) return "author";
  return can(actor, "checkSafety", { planId }) ? "secretariat" : null;
}

/** Whether its words are read: by anybody once they passed the safety check, for young people speak in public. */
export function readsRecommendation(
  party: RecommendationParty,
  { stage, end }: Pick<RecommendationFacts, "stage" | "end">,
) {
  if (end === "takenDown" || end === "withdrawn") return false;
  if (stage === "passed") return true;
  return party === "author" || (party === "secretariat" && stage !== "draft");
}

/** Whether somebody says what a recommendation says in other languages: once its own words stand for good. */
export const mayTranslate = (
  party: RecommendationParty,
  { stage, end }: Pick<RecommendationFacts, "stage" | "end">,
): boolean => party !== null && stage === "passed" && end === null;

/**
 * The meeting of Senior Officials of all countries at which answers are due: the first that begins after the forum, and after the
 * day on which governments were asked. Null where none is known.
 * @param passedOn null: nobody was asked yet
 */
export function dueMeeting<M extends MeetingTime & { kind: MeetingKind }>(
  forum: MeetingTime,
  passedOn: IsoDate | null,
  meetings: readonly M[],
): M | null {
  const [first] = meetings
    .filter(({ kind, unit }) => unit === null && (kind === "som" || kind === "somImm"))
    .filter((each) => compareMeetings(forum, each) < 0)
    .filter(({ startsOn, year }) => passedOn === null || (startsOn ?? `${year}-12-31`) > passedOn)
    .sort(compareMeetings);
  return first ?? null;
}

/** The last day on which an answer is in time: the meeting's last one, or of a meeting without days the last one of its year. */
export const answersDueOn = ({ endsOn, year }: Pick<MeetingTime, "endsOn" | "year">): IsoDate =>
  endsOn ?? `${year}-12-31`;

/**
 * Where a day stands to the meeting at which answers are due: it is near from a week before it begins until the last day on which
 * they are in time; null before. It goes by the region's calendar, as the meeting does, whether it is told as held yet or not.
 */
export function nearnessOf(
  { startsOn, ...meeting }: Pick<MeetingTime, "startsOn" | "endsOn" | "year">,
  today: IsoDate,
): "near" | "past" | null {
  const dueOn = answersDueOn(meeting);
  if (isPastDue(dueOn, today)) return "past";
  const begins = startsOn ?? dueOn;
  return today >= begins || isNearlyDue(begins, today) ? "near" : null;
}

/** What somebody may do with a recommendation where it stands. */
export interface RecommendationMay {
  write: boolean;
  submit: boolean;
  recall: boolean;
  /** Only of what was never submitted. */
  delete: boolean;
  check: boolean;
  takeDown: boolean;
  translate: boolean;
}

/** The same rules as the commands ask, for what a page offers. */
export function recommendationMay(
  actor: Actor,
  facts: RecommendationFacts,
  { number }: { number: number | null },
): RecommendationMay {
  const party = recommendationParty(actor, facts);
  const at = (step: RoundStep) => facts.end === null && roundStagesBefore(step).includes(facts.stage);
  const author = (step: RoundStep) => party === "author" && at(step);
  return {
    write: author("write"),
    submit: author("submit"),
    recall: author("recall"),
    delete: author("write") && number === null,
    check: party === "secretariat" && at("pass"),
    takeDown: party === "secretariat" && facts.end === null && facts.stage === "passed",
    translate: mayTranslate(party, facts),
  };
}

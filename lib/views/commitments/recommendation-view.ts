import type { RoundStage, TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { ShownOfForum } from "@/lib/domain/commitments/forum-counts";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type {
  RecommendationAnswer,
  RecommendationMay,
  RecommendationParty,
} from "@/lib/domain/commitments/recommendation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { PublicationLanguage } from "@/lib/domain/publication";
import type { UnitView } from "@/lib/views/report-view";
import type { ResultsPlan } from "@/lib/views/results-plan";
import type { FollowedUp } from "./follow-up-view";
import type { MeetingHead } from "./meeting-view";
import type { EvidenceLink, KeyActionView } from "./observation-view";

/** What a unit answers to a recommendation; not answered yet where `answer` is null. */
export interface UnitAnswerView {
  unit: UnitView;
  answer: RecommendationAnswer | null;
  /** Why it isn't accepted as it was said. Empty where nothing was said, and where the words were taken out. */
  body: string;
  /** Whether its words were taken down for safety. */
  isEmptied: boolean;
  /** Where it can be read, as far as it says so. */
  evidence: EvidenceLink | null;
  givenOn: IsoDate | null;
  /** It was given after the last day of the meeting at which it was due. */
  isLate: boolean;
  keyActions: readonly KeyActionView[];
}

/** A recommendation as somebody may read it; of one that was taken down `said` is null. */
export interface RecommendationView {
  id: number;
  /** Null of a draft that was never submitted. */
  number: number | null;
  end: TextEnd | null;
  node: { code: string; title: string } | null;
  /** `saidIn` is the language of the young people, where it was translated another one than that of the words. */
  said: { body: string; language: string; saidIn: string } | null;
  /** Null where no Senior Officials Meeting is known yet at which answers are due. */
  due: AnswersDue | null;
  /** Of each unit addressed, in the plan's order. */
  answers: readonly UnitAnswerView[];
  /** What meetings were told of it, in the order of time. */
  followUps: readonly FollowedUp[];
}

/** The Senior Officials Meeting at which answers are due; once its last day has passed, what is missing was missed. */
export interface AnswersDue {
  meeting: MeetingHead;
  isPast: boolean;
}

/** What was recommended at a forum. */
export interface ForumSaid {
  meeting: MeetingHead;
  recommendations: readonly RecommendationView[];
}

/** A forum with what came of it. */
export interface ForumView extends ForumSaid {
  /** What it was about; empty where that isn't told, and where it was taken down for safety. */
  theme: string;
  isThemeTakenDown: boolean;
  organisers: string;
  areOrganisersTakenDown: boolean;
  safeguarding: string | null;
  /** In all; null where nobody counted. `total` is null of fewer than `below`. */
  participants: (ShownOfForum & { below: number }) | null;
}

/** What young people recommended before a meeting, for its papers: the latest forum first. */
export interface RecommendedBefore {
  /** The day on which it was read: answers go on. */
  readOn: IsoDate;
  forums: readonly ForumSaid[];
  /** Of each country, in the plan's order: how many recommendations it was asked about, and what it does of them. */
  units: readonly { unit: UnitView; counts: { asked: number; answered: number; underWay: number; done: number } }[];
}

/** What became of what young people recommended, the latest forum first. */
export interface YouthForumPageView {
  plan: ResultsPlan;
  forums: readonly ForumView[];
}

/** A unit for which the reader may draft or give an answer, or tell what is being done. */
export interface RespondingView {
  unit: UnitView;
  /** Of its answer, as it is seen. */
  rowVersion: number;
  may: { draft: boolean; send: boolean; keyActions: "write" | "tell" | null };
  draft: { answer: RecommendationAnswer; body: string; evidence: EvidenceLink | null } | null;
  /** Those of the answer, drafted or given. */
  keyActions: readonly KeyActionView[];
  /** Those that work for the unit, by their names. */
  organisations: { id: number; name: string }[];
}

/** One recommendation on a card of its own, in any of the seven languages as far as it was translated. */
export interface YouthCardView {
  plan: ResultsPlan;
  meeting: MeetingHead;
  recommendation: RecommendationView;
}

/** A recommendation for somebody who works with it. */
export interface WorkingRecommendationView extends RecommendationView {
  plan: string;
  rowVersion: number;
  meeting: MeetingHead;
  stage: RoundStage;
  party: RecommendationParty;
  /** The rule that it breaks, of what was sent back. */
  sentBack: { rule: SafetyRule; note: string } | null;
  may: RecommendationMay;
  /** What stands in its form; null for everybody but its author. */
  writing: { body: string; language: string; units: readonly string[] } | null;
  offered: RecommendationFormView["offered"];
  /** Null for whoever doesn't translate it. */
  translating: TranslatingView | null;
  /** The units for which the reader may do something about an answer, with what is drafted. */
  responding: readonly RespondingView[];
}

/** A recommendation in the young people's own words, and what it says in other languages so far. */
export interface TranslatingView {
  said: { body: string; language: string };
  words: readonly { language: PublicationLanguage; body: string }[];
}

/** What the form of a recommendation offers. */
export interface RecommendationFormView {
  meeting: MeetingHead;
  offered: {
    /** Goals and outputs, in the framework's order. */
    nodes: readonly { code: string; title: string }[];
    countries: readonly { code: string; name: string }[];
  };
}

/** Forums, the latest first, with the recommendations of each that the reader may know of. */
export interface RecommendationListView {
  plan: string;
  forums: readonly {
    meeting: MeetingHead;
    mayAdd: boolean;
    mayDescribe: boolean;
    recommendations: readonly (RecommendationView & {
      stage: RoundStage;
      /** It waits for the reader: to be checked, or answered. */
      waits: boolean;
    })[];
  }[];
}

/** What waits for somebody: to be put right, to be checked, or to be answered. */
export interface WaitingRecommendation {
  id: number;
  number: number | null;
  waits: "putRight" | "check" | "answer";
  /** Its first words, in the language in which they were said. */
  said: { body: string; language: string };
  forum: string;
  sentBack: { rule: SafetyRule; note: string } | null;
}

/** "Your work": what waits, and for who speaks for the young people what was answered. */
export interface RecommendationWorkView {
  /** Whether it is shown at all. */
  hasPart: boolean;
  mayRecommend: boolean;
  waiting: readonly WaitingRecommendation[];
  /** Those of the own organisation that everybody reads, what was answered last before. */
  told: readonly (Pick<WaitingRecommendation, "id" | "number" | "said"> & {
    answered: number;
    all: number;
    lastOn: IsoDate | null;
  })[];
}

/** The form of who came to a forum, and who answers for their safety. */
export interface ForumFormView {
  meeting: MeetingHead;
  rowVersion: number;
  theme: string;
  organisers: string;
  /** The id of an organisation; null where none is named. */
  safeguarding: number | null;
  organisations: readonly { id: number; name: string }[];
  countries: readonly { code: string; name: string }[];
  /** By `forumCountField`. */
  counts: Readonly<Record<string, string>>;
}

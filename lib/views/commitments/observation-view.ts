import type { ResponseState, RoundStage, TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { KeyActionState } from "@/lib/domain/commitments/key-action";
import type {
  Attribution,
  ObservationBasis,
  ObservationKind,
  ReplyKind,
  SafetyRule,
  Visibility,
} from "@/lib/domain/commitments/observation";
import type { ObservationMay } from "@/lib/domain/commitments/observation-may";
import type { Party } from "@/lib/domain/commitments/parties";
import type { ReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import type { Validity } from "@/lib/domain/commitments/validity";
import type { Waiting } from "@/lib/domain/commitments/waiting";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { FileType } from "@/lib/domain/source-file";
import type { IsoMoment, UnitView } from "../report-view";
import type { FollowedUp } from "./follow-up-view";
import type { ShadowIndicator, ShadowView } from "./shadow-view";
import type { SubjectView } from "./subject-view";

/** What an observation is about, and where it stands: what a list says of it. */
export interface ObservationHead {
  /** Of the row; an address of a signed-in page. */
  id: number;
  /** Null of a draft that was never submitted. */
  number: number | null;
  unit: UnitView;
  period: string;
  subject: SubjectView;
  kind: ObservationKind;
  basis: ObservationBasis;
  /** Which organisation speaks; null for whoever isn't told. */
  organisation: string | null;
  visibility: Visibility;
  end: TextEnd | null;
  endedOn: IsoDate | null;
  /** How many rounds the reader may read, and where the last of them stands. */
  round: number;
  stage: RoundStage;
  response: ResponseState | null;
  /** The last day on which a reply, or the safety check, of that round is in time. */
  dueOn: IsoDate | null;
  /** Days since that day, where it has passed and is still awaited; else 0. */
  daysOverdue: number;
  /** The reply's kind, where there is one. */
  reply: ReplyKind | null;
  /** How the value that it is about was corrected since; null where it wasn't, and of what was withdrawn. */
  corrected: Corrected | null;
}

/** When a value was corrected, and the last release that shows another one, whose corrections say so; null where none does. */
export interface Corrected {
  on: IsoDate;
  release: string | null;
}

/** Where something can be read. */
export interface EvidenceLink {
  title: string;
  url: string;
}

/** What a unit does about what was said to it. */
export interface KeyActionView {
  id: number;
  /** Empty where the words were taken out. */
  body: string;
  /** Who does it; null: the unit's task force. */
  organisation: string | null;
  /** The last day on which it is in time, and the one that was told first. */
  dueOn: IsoDate;
  firstDueOn: IsoDate;
  isOverdue: boolean;
  state: KeyActionState;
  doneOn: IsoDate | null;
  /** Where it can be read that it was done; null before that is told. */
  evidence: EvidenceLink | null;
  /** Why it was stopped; else empty. */
  reason: string;
  rowVersion: number;
}

/** A reply as it was given. */
export interface ReplyView {
  kind: ReplyKind;
  /** Empty where the words were taken out. */
  body: string;
  /** Where it can be read, as far as it says so. */
  evidence: EvidenceLink | null;
  givenOn: IsoDate;
  /** Given after its due date. */
  isLate: boolean;
  keyActions: KeyActionView[];
}

/** A reply as it is written before it is sent: when last, and by whom. */
export interface DraftReplyView extends Pick<ReplyView, "kind" | "body" | "evidence"> {
  at: IsoMoment;
  by: string;
}

export interface ObservationRoundView {
  round: number;
  stage: RoundStage;
  /** Empty where the words were taken out. */
  body: string;
  submittedOn: IsoDate | null;
  checkDueOn: IsoDate | null;
  /** The rule that it breaks, of what was sent back; the author and the secretariat read it. */
  sentBack: { rule: SafetyRule; note: string } | null;
  askedOn: IsoDate | null;
  dueOn: IsoDate | null;
  response: ResponseState | null;
  reply: ReplyView | null;
}

/** A file among the sources, cleaned of who made it. */
export interface SourceFileView {
  id: number;
  title: string;
  type: FileType;
  /** In bytes. */
  size: number;
}

/** A value that became public since its author spoke, about which they are asked. */
export interface ValidityAsked {
  version: number;
  /** The day on which the value became public. */
  valueOn: IsoDate;
}

/** What its author says of it since: on which day, and after the value of which day. */
export interface SaidOfValidity {
  validity: Validity;
  on: IsoDate;
  valueOn: IsoDate;
}

/** An observation as somebody may read it. Of what is withdrawn or taken down, others than its author see no round. */
export interface ObservationView extends ObservationHead {
  language: string;
  sources: { title: string; url: string }[];
  files: SourceFileView[];
  shadow: ShadowView | null;
  /** What meetings were told of it, in the order of time. */
  followUps: readonly FollowedUp[];
  rounds: ObservationRoundView[];
}

/** The same for somebody who works with it. */
export interface WorkingObservationView extends ObservationView {
  plan: string;
  rowVersion: number;
  party: Party;
  attribution: Attribution;
  clocks: ReplyClocks;
  /** What the unit has written and not sent; null for everybody else. */
  draftReply: DraftReplyView | null;
  /** What its author says of it since, and, for its author, what waits to be said; null where that is nothing. */
  validity: SaidOfValidity | null;
  validityAsked: ValidityAsked | null;
  /** What goes with a reply that isn't sent; none for everybody else. */
  draftKeyActions: KeyActionView[];
  /** Those of given replies, of whichever round, for whoever tells how they stand. */
  mayTell: KeyActionView[];
  /** Organisations that work for the unit, for whoever may add key actions. */
  organisations: { id: number; name: string }[];
  may: ObservationMay;
  /** For its author while it is written, where it is about an indicator that a value can be set beside. */
  shadowOf: ShadowIndicator | null;
}

/** One of those that somebody may read, with what they are to it, and what of it waits for them. */
export interface ListedObservation extends ObservationHead {
  party: Party;
  waiting: Waiting | null;
}

/** The observations that somebody may read: first what waits for them, the oldest due first, then the newest. */
export interface ObservationListView {
  plan: string;
  listed: ListedObservation[];
  /** The units that they may add an observation to. */
  units: UnitView[];
}

/** An observation that waits for somebody, as "Your work" says it. */
export type WaitingObservation = Pick<
  ObservationHead,
  "id" | "number" | "unit" | "period" | "subject" | "kind" | "dueOn" | "daysOverdue"
> & {
  waiting: Waiting;
  /** Why it came back to its author. */
  sentBack: ObservationRoundView["sentBack"];
};

export interface ObservationWorkView {
  waiting: WaitingObservation[];
  /** Whether they may add one. */
  mayObserve: boolean;
  /** Whether observations are any of their business. */
  mayView: boolean;
}

/** What a new observation can be about. */
export interface ObservationFormView {
  plan: string;
  units: UnitView[];
  /** By their codes, the latest first. */
  periods: string[];
  clocks: ReplyClocks;
  /** What the address has chosen so far; the unit as a whole where it names nothing. */
  asked: { unit: string | null; period: string | null; subject: SubjectView };
  /** Null before a unit and a period are chosen. */
  about: {
    unit: UnitView;
    period: string;
    /** Goals, outcomes and outputs. */
    nodes: { code: string; title: string }[];
    indicators: { code: string; title: string }[];
    /** What the address asks for, as far as the unit and the period have it. */
    subject: SubjectView;
    /** Of that indicator, where a value can be set beside its own. */
    shadowOf: ShadowIndicator | null;
  } | null;
}

import type { ResponseState, RoundStage, TextEnd } from "@/lib/domain/commitments/addressed-life";
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
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { IsoMoment, UnitView } from "../report-view";

/** What an observation is about, and where it stands: what a list says of it. */
export interface ObservationHead {
  /** Of the row; an address of a signed-in page. */
  id: number;
  /** Null of a draft that was never submitted. */
  number: number | null;
  unit: UnitView;
  period: string;
  /** At most one of them: an indicator, a goal, or neither for the country as a whole. */
  indicator: { code: string; title: string } | null;
  goal: { code: string; title: string } | null;
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
}

/** A reply as it was given. */
export interface ReplyView {
  kind: ReplyKind;
  /** Empty where the words were taken out. */
  body: string;
  givenOn: IsoDate;
  /** Given after its due date. */
  isLate: boolean;
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

/** An observation as somebody may read it. Of what is withdrawn or taken down, others than its author see no round. */
export interface ObservationView extends ObservationHead {
  language: string;
  sources: { title: string; url: string }[];
  rounds: ObservationRoundView[];
}

/** The same for somebody who works with it. */
export interface WorkingObservationView extends ObservationView {
  plan: string;
  rowVersion: number;
  party: Party;
  attribution: Attribution;
  /** What the unit has written and not sent; null for everybody else. */
  draftReply: { kind: ReplyKind; body: string; at: IsoMoment; by: string } | null;
  may: ObservationMay;
}

/** The observations that somebody may read, each with what they are to it. */
export interface ObservationListView {
  plan: string;
  listed: (ObservationHead & { party: Party })[];
  /** The units that they may add an observation to. */
  units: UnitView[];
}

import type { ResponseState } from "@/lib/domain/commitments/addressed-life";
import type { ReplyKind, SafetyRule, Visibility } from "@/lib/domain/commitments/observation";
import type {
  PlatformPointKind,
  PlatformReportState,
  PlatformReportStepName,
} from "@/lib/domain/commitments/platform-report";
import type { ResponseMay } from "@/lib/domain/commitments/response-may";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { FormerNode } from "@/lib/views/commitments/former-node";
import type { UnitView } from "@/lib/views/report-view";
import type { ResultsPlan } from "@/lib/views/results-plan";
import type { FollowedUp } from "./follow-up-view";
import type { DraftReplyView, EvidenceLink, KeyActionView, ObservationView } from "./observation-view";
import type { PlatformFilesView } from "./platform-files-view";

/** An organisation in a platform. */
export interface PlatformMemberView {
  /** Of its membership. */
  id: number;
  organisationId: number;
  name: string;
  since: IsoDate;
}

/** A platform with what somebody may read of its reports, the latest year first. */
export interface PlatformView {
  unit: UnitView;
  /** Those that belong to it now, by their names. */
  members: readonly PlatformMemberView[];
  reports: readonly PlatformReportHead[];
}

export interface PlatformReportHead {
  code: string;
  unit: UnitView;
  year: number;
  state: PlatformReportState;
  /** How many organisations agree to its words, and of how many members: when it was agreed, or now. */
  agreed: number;
  members: number;
  /** Its challenges and priorities, and how many of them every unit asked has answered; none is asked before it is presented. */
  points: number;
  answered: number;
}

/** One that anybody may read, and where it was presented to governments; null before that. */
export interface PublicReportHead extends PlatformReportHead {
  presented: { meeting: string; on: IsoDate } | null;
}

export interface PlatformActivityView {
  position: number;
  organisation: string;
  title: string;
  place: string;
  time: string;
  nodes: readonly { code: string; title: string; isGoal: boolean }[];
  officials: number | null;
  /** `few`: so few that how many isn't said. */
  community: number | "few" | null;
  reach: string;
  /** The rule that its words broke, where they were taken down for safety: then nothing but its position is said. */
  takenDown: SafetyRule | null;
}

/** What a unit says to a point. */
export interface PointResponseView {
  unit: UnitView;
  state: ResponseState;
  askedOn: IsoDate;
  dueOn: IsoDate;
  /** Null before it is given. */
  reply: {
    kind: ReplyKind;
    /** Empty where the words were taken out. */
    body: string;
    /** Where it can be read, as far as it says so. */
    evidence: EvidenceLink | null;
    givenOn: IsoDate;
    isLate: boolean;
    /** What is done about it, and how that stands. */
    keyActions: readonly KeyActionView[];
  } | null;
}

export interface PlatformPointView {
  textId: number;
  kind: PlatformPointKind;
  position: number;
  /** Empty where the words were taken out. */
  body: string;
  /** The rule that its words broke, where they were taken down for safety: its answers aren't said either. */
  takenDown: SafetyRule | null;
  /** In the plan's order of units; none before the report is presented. */
  responses: readonly PointResponseView[];
  /** What meetings were told of it, in the order of time. */
  followUps: readonly FollowedUp[];
}

/** A report as somebody may read it. */
export interface PlatformReportView extends PlatformReportHead {
  /** The language in which it is written. */
  language: string;
  visibility: Visibility;
  /** Which organisation wrote it first. */
  author: string;
  /** The organisations that agree to its words. */
  agreements: readonly string[];
  agreedOn: IsoDate | null;
  presented: { meeting: string; title: string; on: IsoDate } | null;
  activities: readonly PlatformActivityView[];
  challenges: readonly PlatformPointView[];
  priorities: readonly PlatformPointView[];
  /** What civil society observed about the year, as far as the reader may know of it. */
  observations: readonly ObservationView[];
}

/** The same for somebody who works with it. */
export interface WorkingPlatformReportView extends PlatformReportView {
  plan: string;
  rowVersion: number;
  may: readonly PlatformReportStepName[];
  /** Whether the reader belongs to the platform, and doesn't write its report. */
  onlyReads: boolean;
  /** Meetings at which it may have been presented, for whoever says so. */
  meetings: readonly { code: string; title: string }[];
  /** The codes of the units for which the reader drafts answers, and of those for which they send them. */
  draftsFor: readonly string[];
  answersFor: readonly string[];
  files: readonly PlatformFilesView[];
  /** Whether the reader may have files made. */
  mayMakeFiles: boolean;
}

/** The platforms of a plan, for somebody who works with them. */
export interface PlatformsView {
  plan: string;
  platforms: readonly PlatformView[];
  /** The codes of those that the reader belongs to, and of those whose report they write. */
  own: readonly string[];
  written: readonly string[];
  mayKeep: boolean;
}

/** One of them. */
export interface WorkingPlatformView extends PlatformView {
  plan: string;
  mayKeep: boolean;
  /** Whether the reader belongs to it, and doesn't write its report. */
  onlyReads: boolean;
  /** Whether it has members, and nobody of them may begin a report. */
  isWithoutReporter: boolean;
  /** Years of which the reader may begin a report. */
  years: readonly number[];
  /** Organisations that may become members, for whoever keeps them. */
  organisations: readonly { id: number; name: string }[];
}

/** What the form of a report begins with. */
export interface PlatformReportFormView {
  rowVersion: number;
  unit: UnitView;
  year: number;
  language: string;
  visibility: Visibility;
  activities: readonly {
    organisationId: number;
    title: string;
    place: string;
    time: string;
    nodes: readonly string[];
    /** What it serves besides. */
    formerNodes: readonly FormerNode[];
    officials: number | null;
    community: number | null;
    reach: string;
  }[];
  challenges: readonly string[];
  priorities: readonly string[];
  /** Members, and who left since but did something in the year. */
  organisations: readonly { id: number; name: string }[];
  own: number;
  /** How many organisations agree to the words that are about to change. */
  agreed: number;
}

/** A unit's answer to a point, for somebody of the unit. */
export interface PointReplyView {
  code: string;
  language: string;
  point: PlatformPointView;
  response: PointResponseView;
  /** Of the answer, with its key actions. */
  rowVersion: number;
  may: ResponseMay;
  /** What is written and not sent; null where nothing is. */
  draft: DraftReplyView | null;
  /** What is done about it: of an answer that isn't given only its unit knows of them. */
  keyActions: readonly KeyActionView[];
  /** Organisations that work for the unit. */
  organisations: readonly { id: number; name: string }[];
}

/** All platforms of a plan, as anybody reads them. */
export interface CivilSocietyView {
  plan: ResultsPlan;
  platforms: readonly PlatformView[];
}

export interface PublicPlatformReportView {
  plan: ResultsPlan;
  report: PlatformReportView;
  files: readonly PlatformFilesView[];
}

/** What of platforms waits for somebody. */
export interface PlatformsWaitingView {
  /** Units whose platform the reader's organisation belongs to. */
  own: readonly string[];
  /** Whether nobody of one of them may begin a report. */
  isWithoutReporter: boolean;
  /** Whether the reader writes reports for it. */
  mayWrite: boolean;
  /** Drafts to whose words it hasn't agreed. */
  toAgree: readonly { unit: string; year: number }[];
  /**
   * Presented reports with so many points that wait for an answer of a unit that the reader drafts or sends answers for, and the first day by
   * which one was or is due.
   */
  toAnswer: readonly { unit: string; year: number; points: number; dueOn: IsoDate; isLate: boolean }[];
  /** Agreed reports that weren't presented yet, for whoever says so. */
  toPresent: readonly { unit: string; year: number }[];
}

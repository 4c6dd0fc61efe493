import type { MeetingKind, MeetingState, MeetingStepName } from "@/lib/domain/commitments/meeting";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { OrganisationKind } from "@/lib/domain/permissions";
import type { PaperFormat, PublicationLanguage, PublicationState } from "@/lib/domain/publication";
import type { FormerNode } from "@/lib/views/commitments/former-node";
import type { PublicationFileView } from "@/lib/views/publication-view";
import type { RegionalView } from "@/lib/views/regional-view";
import type { UnitView } from "@/lib/views/report-view";
import type { ReleaseName, ReleaseView, ResultsPlan } from "@/lib/views/results-plan";
import type { DecisionView, DueDecision } from "./decision-view";
import type { SaidDue } from "./follow-up-view";

/** A meeting in a list. */
export interface MeetingHead {
  id: number;
  code: string;
  kind: MeetingKind;
  state: MeetingState;
  title: string;
  /** Empty where it isn't known, and where it was taken down for safety. */
  place: string;
  isPlaceTakenDown: boolean;
  isOnline: boolean;
  host: UnitView | null;
  /** Whose own meeting it is; null for one of all countries. */
  unit: UnitView | null;
  year: number;
  /** Both or none: of some meetings only the year is known. */
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
}

/** The country that chairs the process in a year. */
export interface Chair {
  year: number;
  unit: UnitView;
}

/** What there is to know of a meeting. */
export interface MeetingView extends MeetingHead {
  /** Empty where nothing was written, and where they were taken down for safety. */
  notes: string;
  areNotesTakenDown: boolean;
  agenda: readonly AgendaPointView[];
  /** How many came, by kind of organisation; null: so few young people that they could be known. */
  participants: readonly { kind: OrganisationKind; count: number | null }[];
  /** Those without an address are only named. Of what was taken down for safety nothing is left. */
  sources: readonly { id: number; title: string; url: string; isTakenDown: boolean }[];
  release: ReleaseName | null;
}

export interface AgendaPointView {
  position: number;
  /** Empty where it was taken down for safety, with who speaks and what is to be read. */
  title: string;
  isTakenDown: boolean;
  /** The organisation that speaks, who else does, or both; empty where it isn't said. */
  speaker: string;
  /** Kinds of organisations that may attend; none where it is open to all who come. */
  attends: readonly OrganisationKind[];
  nodes: readonly { code: string; title: string; isGoal: boolean }[];
  documents: readonly { title: string; url: string }[];
}

/** All meetings of a plan, as anybody reads them. */
export interface MeetingsPageView {
  plan: ResultsPlan;
  /** The next one first; those without days stand after those with days of their year. */
  coming: readonly MeetingHead[];
  /** The latest year first, and in it the latest meeting. */
  past: readonly { year: number; meetings: readonly MeetingHead[] }[];
  /** Of years of which it is known. */
  chairs: readonly Chair[];
}

/** One for whoever has it made. */
export interface KeptPaperSet {
  /** Of the publication, whose page says more. */
  id: number;
  language: PublicationLanguage;
  state: PublicationState;
  files: readonly PublicationFileView[];
}

/** The papers of a meeting in a language, for everybody. */
export interface PublicPaperSet {
  language: PublicationLanguage;
  /** The day on which they were made. */
  madeOn: IsoDate;
  files: readonly { format: PaperFormat; size: number }[];
}

/** A meeting with what goes with it wherever anybody reads it. */
export interface PublicMeetingView {
  plan: ResultsPlan;
  meeting: MeetingView;
  /** Of its year; null where it isn't known. */
  chair: Chair | null;
  /** None before the outcome is agreed. */
  decisions: readonly DecisionView[];
  /** Decisions of earlier meetings that are looked at in this one, and what else was said to governments before. */
  due: readonly DueDecision[];
  saidDue: readonly SaidDue[];
  /** The newest paper set in each language that it was made in. */
  paperSets: readonly PublicPaperSet[];
  /** The region's results as the release froze them; null where the meeting looks at none, or there was none yet. */
  results: RegionalView | null;
}

export interface MeetingPageView extends PublicMeetingView {
  /** How many public observations are about each of its decisions, by its code; none where there is none. */
  observed: Readonly<Record<string, number>>;
}

/** The calendar for whoever keeps it. */
export interface KeptMeetings {
  meetings: readonly MeetingHead[];
  /** The latest year first. */
  chairs: readonly Chair[];
  countries: readonly UnitView[];
}

/** A meeting for whoever keeps it. */
export interface WorkingMeetingView extends MeetingView {
  plan: string;
  rowVersion: number;
  /** The notes in the reader's language, or in whatever other they are; empty where there are none. */
  anyNotes: string;
  /** A title that isn't its code, and a place, in the same way: what can be taken down. */
  anyTitle: string;
  anyPlace: string;
  /** What a forum of young people says of itself besides; null of other meetings. */
  forum: { theme: string; organisers: string } | null;
  may: readonly MeetingStepName[];
  mayDecide: boolean;
  mayFollowUp: boolean;
  decisions: readonly DecisionView[];
  due: readonly DueDecision[];
  /** Also what governments alone read. */
  saidDue: readonly SaidDue[];
  /** The newest first. */
  paperSets: readonly KeptPaperSet[];
  /** The codes of the reporting periods that agreeing its outcome adds. */
  adds: readonly string[];
  /** What its papers can look at, the newest first. */
  releases: readonly Pick<ReleaseView, "code" | "title" | "version" | "releasedOn">[];
}

/** What a meeting's form begins with; `present` null for a new one. */
export interface MeetingFormView {
  present: { id: number; rowVersion: number; code: string } | null;
  kind: MeetingKind | "";
  words: Record<"title" | "place" | "notes" | "titleTh" | "placeTh" | "notesTh", string>;
  year: string;
  startsOn: string;
  endsOn: string;
  isOnline: boolean;
  host: string;
  unit: string;
  participants: Partial<Record<OrganisationKind, number>>;
  sources: readonly { title: string; url: string }[];
  countries: readonly { code: string; name: string }[];
}

/** What the form of an agenda begins with. */
export interface AgendaFormView {
  id: number;
  rowVersion: number;
  code: string;
  title: string;
  /** Organisations that may speak. */
  directory: readonly { id: number; name: string; isArchived: boolean }[];
  points: readonly {
    title: string;
    titleTh: string;
    organisation: number | null;
    speaker: string;
    attends: readonly OrganisationKind[];
    nodes: readonly string[];
    /** What it is about besides. */
    formerNodes: readonly FormerNode[];
    documents: readonly { title: string; url: string }[];
  }[];
}

import type {
  PublicationFailure,
  PublicationFormat,
  PublicationKind,
  PublicationSettings,
  PublicationState,
  PublicationStep,
} from "@/lib/domain/publication";
import type { ReleaseName } from "./results-plan";

/** What somebody may choose from, with names in the page's language. */
export interface PublicationBuilderView {
  /** The newest results version. */
  present: number;
  /** Kinds for which there is a unit that the person may make one about. */
  kinds: PublicationKind[];
  /** With results, the latest first. */
  periods: { code: string; name: string }[];
  /** The newest first, each with the codes of the periods of which it has results. */
  releases: { code: string; title: string; periods: string[] }[];
  /** Units that the person may make one about: the region, countries. */
  units: { code: string; name: string; isCountry: boolean }[];
  goals: { code: string; title: string }[];
  /** Every country of the plan: which have a chapter of their own. */
  countries: { code: string; name: string }[];
}

export interface PublicationView {
  id: number;
  /** Whether the person may make it again, cancel and delete it. */
  mayMake: boolean;
  settings: PublicationSettings;
  /** The unit's name, and the period's. */
  unitName: string;
  periodName: string;
  state: PublicationState;
  step: PublicationStep;
  /** While it is failed. */
  failure: PublicationFailure | null;
  /** Of the work, while it is queued or being made. */
  percent: number;
  requestedAt: string;
  requestedBy: string;
  finishedAt: string | null;
  /** The results version that it was made from; null until its results have been read. */
  version: number | null;
  /** The name of that version, or the release that was asked for; null where it has none. */
  release: ReleaseName | null;
  /** Whether its files may hold something that was taken down since its results were read. */
  mayHoldTakenDown: boolean;
  /** Made again, it reads its results anew: something of what it has read may be taken down. */
  isReadAnew: boolean;
  /** Present while a publication is ready, and while it is being made again. */
  files: PublicationFileView[];
}

export interface PublicationFileView {
  format: PublicationFormat;
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** A page of the list. */
export interface PublicationListView {
  publications: PublicationView[];
  /** Those that the person may read, and as many of them as are found. */
  total: number;
  found: number;
  /** Whether the person may have any made. */
  mayMake: boolean;
  /** Whether the person may name a release. */
  mayRelease: boolean;
  /** The plan's present results version: what is made from an earlier one may differ from the public pages. */
  version: number;
}

/** What the progress bar asks for while a publication is being made. */
export type PublicationProgress = Pick<PublicationView, "state" | "step" | "percent">;

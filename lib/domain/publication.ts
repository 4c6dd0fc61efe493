import { type Actor, can, mustBeAble, type UnitRef, type UnitSubject } from "./permissions";
import { Refusal } from "./refusal";

// A document or file made for readers from the results of one results version.

/** Those that somebody puts together as they like. */
export const chosenKinds = ["regional", "country", "goal", "dataBook"] as const;

/** The paper set of a meeting, and the report of a civil society platform, have what they always have. */
export const publicationKinds = [...chosenKinds, "paperSet", "platformReport"] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** What can be chosen, in the order in which it is read. */
export const chosenSections = [
  "findings",
  "status",
  "goals",
  "countries",
  "narratives",
  "tables",
  "notes",
  "method",
] as const;

export const publicationSections = [...chosenSections, "agenda", "decisions", "observations", "youth"] as const;
export type PublicationSection = (typeof publicationSections)[number];

/** What each kind may consist of, in its order. */
export const sectionsOfKind: Record<PublicationKind, readonly PublicationSection[]> = {
  regional: chosenSections,
  country: ["findings", "goals", "narratives", "tables", "notes", "method"],
  goal: ["findings", "status", "goals", "countries", "tables", "notes", "method"],
  dataBook: ["tables", "notes", "method"],
  paperSet: ["agenda", "findings", "status", "countries", "decisions", "observations", "youth"],
  // Nothing of it is a result.
  platformReport: [],
};

/** Papers of a meeting, and a platform's report, are read on paper, or written on. */
export const paperFormats = ["pdf", "docx"] as const satisfies readonly PublicationFormat[];
export type PaperFormat = (typeof paperFormats)[number];

export const publicationFormats = ["pdf", "docx", "html", "xlsx", "csv"] as const;
export type PublicationFormat = (typeof publicationFormats)[number];

/** A CSV comes with its description, packed together. */
export const extensionOf: Record<PublicationFormat, string> = {
  pdf: "pdf",
  docx: "docx",
  html: "html",
  xlsx: "xlsx",
  csv: "zip",
};

export const publicationLanguages = ["en", "km", "lo", "my", "th", "vi", "zh"] as const;
export type PublicationLanguage = (typeof publicationLanguages)[number];

/** What somebody chose; codes of the plan throughout. */
export interface PublicationSettings {
  kind: PublicationKind;
  /** The region, or the country that it is about. */
  unit: string;
  period: string;
  /** Whose results it has, by its code; null: the newest when it is made. */
  release: string | null;
  /** Of a goal report; null for the other kinds. */
  goal: string | null;
  /** The code of the meeting whose paper set it is; the other kinds have none. */
  meeting?: string;
  /** The code of the platform's report whose words it has; the other kinds have none. */
  report?: string;
  /** Countries with a chapter of their own. */
  countries: string[];
  sections: PublicationSection[];
  language: PublicationLanguage;
  /** Exact values, for officials; else what the public may read. */
  isInternal: boolean;
  formats: PublicationFormat[];
}

/** Which units a kind may be about. */
export function mayBeAbout(kind: PublicationKind, { level }: Pick<UnitRef, "level">): boolean {
  if (kind === "country") return level === "country";
  return level === "region" || ((kind === "dataBook" || kind === "platformReport") && level === "country");
}

/** What it takes to read a publication, or to make one and whatever one may do with it later. */
const abilitiesFor = (ability: "viewPublication" | "makePublication", isInternal: boolean) =>
  isInternal ? ([ability, "seeExactValues"] as const) : ([ability] as const);

/**
 * Whether the person may know of a publication, and read it and its files. Asked each time, for whoever asked for an
 * internal one may have lost the right to its values since.
 */
export const mayReadPublication = (actor: Actor | null, isInternal: boolean, about: UnitSubject): boolean =>
  abilitiesFor("viewPublication", isInternal).every((ability) => can(actor, ability, about));

/** Whether the person may make a publication, and make it again, cancel and delete it. Asked each time as well. */
export const mayMakePublication = (actor: Actor | null, isInternal: boolean, about: UnitSubject): boolean =>
  abilitiesFor("makePublication", isInternal).every((ability) => can(actor, ability, about));

/** @throws Refusal `notFound`, `notAllowed` where the person may make no such publication */
export function mustMakeSuchPublication(actor: Actor | null, isInternal: boolean, about: UnitSubject): void {
  for (const ability of abilitiesFor("makePublication", isInternal)) mustBeAble(actor, ability, about);
}

const publicationStates = ["queued", "making", "ready", "failed", "cancelled"] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Why one couldn't be made: it is kept in a form that can't be read any more, or what only the server's log can tell. */
export type PublicationFailure = "contentFormat" | "other";

type PublicationTransition = "begin" | "finish" | "fail" | "takeBack" | "cancel" | "makeAgain";

/**
 * The whole life of a publication; a transition absent from its row is refused. One whose maker ended on the way is taken
 * back, and waits again.
 */
const publicationLife: Record<PublicationState, Partial<Record<PublicationTransition, PublicationState>>> = {
  queued: { begin: "making", fail: "failed", cancel: "cancelled" },
  making: { finish: "ready", fail: "failed", takeBack: "queued", cancel: "cancelled" },
  ready: { makeAgain: "queued" },
  failed: { makeAgain: "queued" },
  cancelled: { makeAgain: "queued" },
};

/** @throws Refusal `changedMeanwhile` where the publication isn't in a state for it any more */
export function publicationAfter(transition: PublicationTransition, state: PublicationState): PublicationState {
  const after = publicationLife[state][transition];
  if (!after) throw new Refusal("changedMeanwhile");
  return after;
}

/** Somebody waits for it: it can be cancelled, and neither made again nor deleted. */
export const isUnderWay = (state: PublicationState): boolean => publicationLife[state].cancel !== undefined;

/** The states from which a transition leads on. */
export const statesBefore = (transition: PublicationTransition): PublicationState[] =>
  publicationStates.filter((state) => publicationLife[state][transition] !== undefined);

/** What is being done, in the order in which it is done. */
const publicationSteps = ["waiting", "reading", "wording", ...publicationFormats, "keeping"] as const;
export type PublicationStep = (typeof publicationSteps)[number];

/** Those of a preview. */
export const previewSteps = ["waiting", "reading", "html"] as const satisfies readonly PublicationStep[];
export type PreviewStep = (typeof previewSteps)[number];

/** How far a publication is: the part of its steps that are done, from 0 to 100. */
export function percentDone(step: PublicationStep, formats: readonly PublicationFormat[]): number {
  const steps = publicationSteps.filter(
    (each) => !(publicationFormats as readonly string[]).includes(each) || formats.includes(each as PublicationFormat),
  );
  return Math.round((100 * steps.indexOf(step)) / steps.length);
}

/**
 * A file's name without its extension, in ASCII: `spaiv-2017-regional-en`, `spaiv-2017-country-tha-en-internal`,
 * `spaiv-june-2018-2017-regional-en`, `spaiv-june-2018-2017-paperset-som17-en`, `spaiv-cso-tha-2016-en`.
 * @param plan code of the plan
 */
export function fileStem(
  plan: string,
  settings: Omit<PublicationSettings, "formats" | "sections" | "countries">,
): string {
  const { kind, unit, period, release, goal, meeting, report, language, isInternal } = settings;
  const about = goal ?? meeting ?? (kind === "country" || unit !== regionCode ? unit : null);
  const parts = [plan, release, period, kind.toLowerCase(), about, language, isInternal ? "internal" : null];
  // Its code says what it is, and of which year.
  return (report === undefined ? parts : [plan, report, language])
    .filter((part) => part !== null)
    .map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, "-"))
    .join("-");
}

/** The region's own code as a reporting unit. */
export const regionCode = "REGION";

import type { BarsModel } from "@/lib/charts/prepare/prepare-bars";
import type { TrendModel } from "@/lib/charts/trend-model";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { ShownStatus } from "@/lib/views/shown-status";

// What a publication says, worded in one language and in the order in which it is read. Every format draws this and
// decides nothing, so that they can't differ in a number. It is plain JSON: it is stored as it was made.

/** A text; with its language (BCP 47) where that isn't the document's own. */
export type Text = string | { text: string; lang: string };

export interface PublicationDocument {
  /** BCP 47: `en`, `th`, `km`, `lo`, `my`, `vi` or `zh`. */
  language: string;
  title: string;
  /** The plan's name and what it covers. */
  subtitle: string;
  /** What is read above the title: "Regional annual report". */
  kicker: string;
  /** The day of the results version that it was made from; the date of the files too. */
  asOf: IsoDate;
  /** Made of exact values: every page says so with `words.internal`. */
  isInternal: boolean;
  /** File name without its extension, in ASCII: `spaiv-2017-regional-en`. */
  fileStem: string;
  /** Stands on the cover and, in short, at the foot of each page: not the adopted text, made-up values. */
  notices: string[];
  /** Facts on the cover: period, results version, approved up to, countries that reported. */
  facts: Fact[];
  chapters: Chapter[];
  /** The last chapter says it; of files without chapters, their notes and properties do. */
  imprint: Imprint;
  words: DocumentWords;
}

/** Who publishes, how to reach them, and on what terms the values may be used. */
export interface Imprint {
  publisher: string;
  contact: string | null;
  /** Where the values are on the web; null where the site has no address of its own. */
  web: string | null;
  licence: { title: string; url: string | null } | null;
  /** All of it in words, and how to cite. */
  rows: Fact[];
}

/** What a format says by itself. `{…}` is a place for a number. */
export interface DocumentWords {
  /** Of the link past cover and contents, for whoever has no mouse. */
  skip: string;
  contents: string;
  /** `Page {page} of {pages}` */
  page: string;
  /** `Figure {number}` */
  chart: string;
  /** `Table {number}` */
  table: string;
  /** Behind the caption of a table that goes on from the page before. */
  continued: string;
  /** `internal, unsuppressed` */
  internal: string;
  /** Of the list of statuses or marks beside a chart. */
  key: string;
  /** For the foot of each page: what it is, and the period. */
  running: string;
  statuses: Record<ShownStatus, string>;
}

export interface Fact {
  term: string;
  text: Text;
}

/** A part of its own, which begins a page in print. */
export interface Chapter {
  /** Unique within the document; a name for links, in ASCII. */
  id: string;
  title: Text;
  /** "Goal G3", "Country"; null for chapters that need none. */
  kicker: string | null;
  /** Code of the pillar whose hue the chapter wears; null for none. */
  pillar: string | null;
  blocks: Block[];
}

export type Block = Heading | Paragraph | List | Facts | Note | TableBlock | ChartBlock;

/** Under the chapter's own heading, which is of level 1. */
export interface Heading {
  kind: "heading";
  level: 2 | 3;
  id: string;
  text: Text;
  /** Status that stands beside it, with its word. */
  status?: ShownStatus;
}

interface Paragraph {
  kind: "paragraph";
  text: Text;
  /** `lead` opens a chapter in larger type; `small` is a source or a remark. */
  look?: "lead" | "small";
}

interface List {
  kind: "list";
  ordered: boolean;
  items: Text[];
}

interface Facts {
  kind: "facts";
  rows: Fact[];
}

interface Note {
  kind: "note";
  text: Text;
}

export interface TableBlock {
  kind: "table";
  id: string;
  caption: string;
  /** The first column names the rows. */
  columns: TableColumn[];
  rows: TableRow[];
  /** Under the table. */
  note: string | null;
  /** `heat`: cells of statuses are squares of colour and icon, whose words are read but not seen where there is no room. */
  look: "plain" | "heat";
}

export interface TableColumn {
  name: string;
  /** A second line of the head, which holds for every cell below: `no approved report`. */
  detail?: string;
  align: "start" | "end" | "center";
  /** Its share of the table's width, among those of the others. */
  width: number;
}

export type TableRow =
  /** A heading across the whole table: a pillar, a goal. */
  | { kind: "group"; text: Text; pillar: string | null }
  /** One cell a column. */
  | { kind: "cells"; cells: Cell[] };

export interface Cell {
  text: Text;
  /** The value's status; its word is `words.statuses`. A cell may have both, or either. */
  status?: ShownStatus;
  /** A second, smaller line: `337 of 402`, `5/6`. */
  detail?: string;
}

export interface ChartBlock {
  kind: "chart";
  id: string;
  /** Above the finding where that doesn't say what it is about: an indicator, a goal. */
  about: Text | null;
  /** The finding, as a sentence made from the data. */
  title: string;
  /** What is drawn, unit and period. */
  subtitle: string;
  /** Under the picture: source, and who reported. */
  source: string;
  /** The picture in words, with all its values. */
  alt: string;
  chart: Chart;
}

export type Chart = TrendChart | BarsChart | DistributionChart;

interface TrendChart {
  type: "trend";
  model: TrendModel;
  /** One wide panel, as for the region; else small multiples, one a country, with its name and status above each. */
  isWide: boolean;
  words: {
    target: string;
    redefined: string;
    statuses: Partial<Record<ShownStatus, string>>;
    keys: Record<"value" | "baseline" | "planned" | "censored" | "gap" | "break", string>;
  };
}

interface BarsChart {
  type: "bars";
  model: BarsModel;
  words: { suppressed: string; missing: string };
}

/** Bars of statuses, one a row: how many results have each. */
interface DistributionChart {
  type: "distribution";
  /** `counts` has one number a status, in the order of `statuses` of lib/domain/progress/status. */
  rows: { name: string; code: string; counts: number[]; total: string }[];
  /** The word of each status, in the same order. */
  words: string[];
}

/** A chart's whole name, for where it stands in one line: what it is about, and the finding. */
export const chartName = ({ about, title }: Pick<ChartBlock, "about" | "title">): string =>
  about === null ? title : `${plainText(about)}: ${title}`;

/** The text alone. */
export const plainText = (text: Text): string => (typeof text === "string" ? text : text.text);
/** Its language; undefined where it is the document's own. */
export const languageOfText = (text: Text): string | undefined => (typeof text === "string" ? undefined : text.lang);

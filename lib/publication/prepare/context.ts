import type { PublicationSettings } from "@/lib/domain/publication";
import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Text } from "@/lib/publication/document";
import type { PapersView } from "@/lib/views/commitments/papers-view";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView } from "@/lib/views/goal-view";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { type ShownStatus, shownStatuses } from "@/lib/views/shown-status";

/** What a publication is made of: views as the screen shows them, public or exact, which the words can't tell apart. */
export interface PublicationViews {
  /** All goals and countries. */
  regional: RegionalView;
  /** In the plan's order. */
  goals: GoalView[];
  /** In the framework's order. */
  indicators: IndicatorView[];
  /** Those with a chapter of their own. */
  countries: CountryView[];
  /** Of a paper set alone. */
  papers?: PapersView;
}

/** What a chart is worded with, in a publication or alone as a page's picture. */
export interface Telling {
  words: PublicationWords;
  /** Its period in words. */
  period: string;
}

/** What every part of a publication is prepared from. */
export interface Preparing extends Telling {
  settings: PublicationSettings;
  views: PublicationViews;
}

export const statusWords = ({ t }: PublicationWords) =>
  Object.fromEntries(shownStatuses.map((status) => [status, t(`status.word.${status}`)])) as Record<
    ShownStatus,
    string
  >;

/** Which indicator a chart is about. */
export const aboutIndicator = ({ text }: PublicationWords, { indicator: { code, title } }: IndicatorView) =>
  text(`${code} ${title}`);

/** What somebody wrote in a language that is known, with it where it isn't the publication's. */
export const spokenIn = ({ language }: PublicationWords, text: string, lang: string): Text =>
  lang === language ? text : { text, lang };

/** A name for links, in ASCII: `i-g5-1-a`. */
export const anchor = (...parts: string[]) =>
  parts.map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, "-")).join("-");

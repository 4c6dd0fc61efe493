import { publicObservationPath } from "@/lib/i18n/paths";
import type { ObservationsAbout } from "@/lib/views/commitments/public-observation";
import type { ObservationWords } from "./observation-words";

/** So many stand in the block; its link leads to all. */
const MOST = 5;

/** What the block on a page of results says, in the page's words. */
export interface SaidAbout {
  counts: string;
  lines: { href: string; title: string; note: string }[];
}

export const saidAbout = (
  { period, observations, counts }: ObservationsAbout,
  words: ObservationWords,
  root: string,
): SaidAbout => ({
  counts:
    observations.length === 0
      ? words.t("nonePublic", { period: words.periodName(period) })
      : words.t("inPeriod", { period: words.periodName(period), counts: words.counts(counts) }),
  lines: observations.slice(0, MOST).map((observation) => ({
    href: publicObservationPath(root, observation.number),
    title: words.title(observation, period),
    note: [
      ...(observation.said ? [words.names(`kind.${observation.said.kind}`)] : []),
      ...words.standing(observation),
    ].join(" · "),
  })),
});

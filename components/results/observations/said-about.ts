import type { Told } from "@/components/observations/told-line";
import { plotValue } from "@/lib/charts/axes/plot-value";
import type { ShadowAt } from "@/lib/charts/with-shadows";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import { publicObservationPath } from "@/lib/i18n/paths";
import type { ObservationsAbout, PublicObservation } from "@/lib/views/commitments/public-observation";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import type { ObservationWords } from "./observation-words";

/** So many stand in the block; its link leads to all. */
const MOST = 5;

/** What the block on a page of results says, in the page's words. */
export interface SaidAbout {
  counts: string;
  lines: { href: string; title: string; note: Told[] }[];
  /** Values of their own about the page's indicator, until its period: each with its observation. */
  shadows: SaidValue[];
}

/** Its `text` is as a chart has it; `value` says of what it is made, and what parts its observation has. */
export interface SaidValue extends ShadowAt {
  name: string;
  value: string;
  by: string;
  observation: { href: string; title: string };
}

export const saidAbout = (
  { period, observations, counts, shadows }: ObservationsAbout,
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
      ...(observation.said ? [{ text: words.names(`kind.${observation.said.kind}`) }] : []),
      ...words.standing(observation, root),
    ],
  })),
  shadows: shadows.flatMap(({ period: when, observation }) => saidValue(observation, when, words, root)),
});

function saidValue(
  { unit, number, said }: PublicObservation,
  period: ResultsPeriod,
  words: ObservationWords,
  root: string,
): SaidValue[] {
  if (!said?.shadow) return [];
  const { value } = said.shadow;
  return [
    {
      unit: unit.code,
      name: unit.name,
      at: monthNumber(period.endsOn),
      when: words.periodName(period),
      y: value && plotValue(value),
      text: words.shadow.short(said.shadow),
      value: words.shadow.inOneLine(said.shadow),
      by: said.organisation ?? words.t("notNamed"),
      observation: { href: publicObservationPath(root, number), title: words.t("number", { number }) },
    },
  ];
}

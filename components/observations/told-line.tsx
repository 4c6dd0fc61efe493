import { Fragment } from "react";
import { correctionsPath, releasePath, subjectPath } from "@/lib/i18n/paths";
import type { ObservationHead } from "@/lib/views/commitments/observation-view";

/** Something that is told of an observation, and where more of it is. */
export interface Told {
  text: string;
  href?: string | null;
}

/** Several on one line. */
export function ToldLine({ parts }: { parts: readonly Told[] }) {
  return parts.map(({ text, href }, index) => (
    <Fragment key={text}>
      {index > 0 && " · "}
      {href ? <a href={href}>{text}</a> : text}
    </Fragment>
  ));
}

/**
 * That the value which an observation is about was corrected since, wherever it is told where the observation stands: it leads to
 * the corrections of the last release that has another value, or else to where the value stands. Nothing where it wasn't corrected.
 * @param words of the namespace `observations`
 */
export function correctionTold(
  root: string,
  { corrected, subject, unit, period }: Pick<ObservationHead, "corrected" | "subject" | "unit" | "period">,
  words: (key: "corrected", values: { day: string }) => string,
  day: (date: string) => string,
): Told[] {
  if (corrected === null) return [];
  const { on, release } = corrected;
  const href =
    release === null ? subjectPath(root, subject, { unit, period }) : correctionsPath(releasePath(root, release));
  return [{ text: words("corrected", { day: day(on) }), href }];
}

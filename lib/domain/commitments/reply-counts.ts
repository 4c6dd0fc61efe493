import { daysBetween, type IsoDate } from "../framework/reporting-period";

/** A round of an observation that was heard: it was replied to, or its due date passed. */
export interface HeardRound {
  askedOn: IsoDate;
  dueOn: IsoDate;
  /** Null where there is no reply. */
  givenOn: IsoDate | null;
}

/** An observation as far as anybody has heard it. */
export interface HeardObservation {
  /** At least one; where it stands is the last of them. */
  rounds: readonly HeardRound[];
  /** The value that it is about, by any name, where that was corrected since; else null. */
  corrected: string | null;
}

/** What became of observations. No reply by the due date is a fact like the others, and no country is ranked by it. */
export interface ReplyCounts {
  said: number;
  replied: number;
  /** Of those replied to: after the due date. */
  late: number;
  unanswered: number;
  /** Days from asking to reply, over every reply; null where there is none. */
  medianDays: number | null;
  /** Values corrected after an observation about them, each once however often it was spoken of. */
  corrected: number;
}

export function replyCounts(observations: readonly HeardObservation[]): ReplyCounts {
  const last = observations.flatMap(({ rounds }) => rounds.at(-1) ?? []);
  const replied = last.filter(({ givenOn }) => givenOn !== null);
  return {
    said: last.length,
    replied: replied.length,
    late: replied.filter(({ givenOn, dueOn }) => givenOn! > dueOn).length,
    unanswered: last.length - replied.length,
    medianDays: medianOf(
      observations
        .flatMap(({ rounds }) => rounds)
        .flatMap(({ askedOn, givenOn }) => (givenOn === null ? [] : daysBetween(askedOn, givenOn))),
    ),
    corrected: new Set(observations.flatMap(({ corrected }) => corrected ?? [])).size,
  };
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

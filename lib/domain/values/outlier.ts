import { type Rational, rational, sum } from "./rational";

/** A value may move by this share of the last one without a word of explanation. */
const unremarkableShare = rational("0.5");
/** Fewer values say little about how far they spread. */
const leastHistory = 4;

/** How far a value moved from the one before, as a share of it; null where that is nothing to speak of, or was 0. */
export function remarkableShare(now: Rational, before: Rational): Rational | null {
  if (before.equals(0)) return null;
  const share = now.sub(before).div(before.abs());
  return share.abs().lte(unremarkableShare) ? null : share;
}

/**
 * The mean of what was before, where a value lies more than three standard deviations from it; else null. Squares are
 * compared, so that no root is ever rounded.
 */
export function meanFarFrom(now: Rational, history: readonly Rational[]): Rational | null {
  if (history.length < leastHistory) return null;
  const mean = sum(history).div(history.length);
  const square = (value: Rational) => value.sub(mean).pow(2);
  const variance = sum(history.map(square)).div(history.length - 1);
  return square(now).lte(variance.mul(9)) ? null : mean;
}

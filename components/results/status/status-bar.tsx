"use client";

// A client component for its size only: the page carries its numbers once, not its drawing a second time.

import { letterOf, shownStatuses } from "@/lib/views/shown-status";

/**
 * How often each status occurs, from achieved on the left to missed on the right; "not assessed" stands apart.
 * @param counts one number a status, in their order
 * @param label says the same in words
 */
export function StatusBar({
  counts,
  label,
  small = false,
}: {
  counts: readonly number[];
  label: string;
  small?: boolean;
}) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <div className={small ? "mini" : "track"} role="img" aria-label={label}>
      {counts.map(
        (count, index) =>
          count > 0 && (
            <i key={shownStatuses[index]} className={`${letterOf(shownStatuses[index]!)} ${shareClass(count, total)}`}>
              {!small && count}
            </i>
          ),
      )}
    </div>
  );
}

/** Largest share that the classes of `counts.css` can say. */
const mostShares = 129;

/** A smaller part of a bar has no room for its number on a phone; the bar's label says it. */
const thin = 0.035;

/** Tens and units of the count; of a bar with more results than the classes can say, of its part. */
function shareClass(count: number, total: number): string {
  const share = total <= mostShares ? count : Math.max(1, Math.round((count / total) * mostShares));
  const [tens, units] = [Math.floor(share / 10), share % 10];
  return [tens > 0 && `t${tens}`, units > 0 && `u${units}`, count / total < thin && "thin"].filter(Boolean).join(" ");
}

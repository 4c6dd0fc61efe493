"use client";

// A client component for its size only: the page carries its numbers once, not its drawing a second time.

import { shownStatuses } from "@/lib/charts/shown-status";
import { statusClass } from "./status-look";

/** Share of the width, in per cent, that sets "not assessed" apart at the end. */
const apart = 1;

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
  const last = counts.length - 1;
  const gap = counts[last]! > 0 && counts[last]! < total ? apart : 0;
  const height = small ? 12 : 30;
  let x = 0;
  return (
    <svg className={small ? "mini" : "track"} width="100%" height={height} role="img" aria-label={label}>
      {counts.map((count, index) => {
        if (count === 0) return null;
        const width = (count / total) * (100 - gap);
        const at = index === last ? x + gap : x;
        x += width;
        const status = shownStatuses[index]!;
        const hasRoom = !small && width >= 2.4 * String(count).length;
        return (
          <g key={status} className={statusClass[status]}>
            <rect x={`${round(at)}%`} width={`${round(width)}%`} height={height} rx={small ? 1 : 2} />
            {hasRoom && (
              <text x={`${round(at + width / 2)}%`} y={20}>
                {count}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

const round = (share: number) => Math.round(share * 100) / 100;

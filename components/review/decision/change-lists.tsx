"use client";

import { type ReactNode, useState } from "react";
import { SHOWN } from "@/components/review/indicators/list-place";
import { OpenLater } from "@/components/review/indicators/open-later";
import { LetteredStatus } from "./lettered-status";

/** An indicator, what is said beside it, and its status: from which, where there was one, to which, as letters. */
export type ChangeRow = [indicator: string, beside: string, letters: string];

interface Place {
  /** What stands on the words that open the others. */
  more: string;
  /** They stand open from the start. */
  isOpen: boolean;
}

/** Changes of statuses, each with the way to its indicator. */
export function Changes({ rows, here, ...place }: { rows: readonly ChangeRow[]; here: string } & Place) {
  return (
    <FirstOf
      {...place}
      all={rows}
      draw={([indicator, beside, letters]) => (
        <div className="change" key={`${indicator}${beside}`}>
          <a href={`${here}?tab=all#${indicator}`}>{indicator}</a>
          {beside}
          <div>
            <LetteredStatus letters={letters} />
          </div>
        </div>
      )}
    />
  );
}

/** Sentences, each in a line of its own. */
export function Lines({ lines, ...place }: { lines: readonly string[] } & Place) {
  return (
    <FirstOf
      {...place}
      all={lines}
      draw={(line) => (
        <p className="note" key={line}>
          {line}
        </p>
      )}
    />
  );
}

function FirstOf<T>({ all, draw, more, isOpen }: { all: readonly T[]; draw: (one: T) => ReactNode } & Place) {
  const [wasOpened, setOpened] = useState(isOpen);
  return (
    <>
      {all.slice(0, SHOWN).map(draw)}
      {all.length > SHOWN && (
        <OpenLater summary={more} isOpen={isOpen} onOpen={() => setOpened(true)}>
          {wasOpened && all.slice(SHOWN).map(draw)}
        </OpenLater>
      )}
    </>
  );
}

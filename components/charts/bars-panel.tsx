"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { BarsModel } from "@/lib/charts/prepare/prepare-bars";
import { absentKey } from "@/lib/charts/trend-model";
import { Deferred } from "./deferred";

const BarsChart = dynamic(() => import("./bars-chart"), { ssr: false });

/** Bars beside each other where there is room, under each other on a phone: scaled down, their labels would be unreadable. */
export function BarsPanel({
  model,
  title,
  suppressed,
  failed,
}: {
  model: BarsModel;
  title: string;
  /** For the hatched bars. */
  suppressed: string;
  /** In the place of a chart that can't be loaded. */
  failed: string;
}) {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    const query = window.matchMedia("(max-width: 48rem)");
    const read = () => setNarrow(query.matches);
    read();
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return (
    <>
      <ul className="keys">
        {model.series.map((name, index) => (
          <li key={name}>
            <svg className="plot" viewBox="0 0 26 12" aria-hidden="true">
              <rect className={`bar-${index}`} x="1" y="1" width="14" height="10" />
            </svg>
            {name}
          </li>
        ))}
        {model.hasSuppressed && (
          <li>
            <span className="square s s-suppressed" />
            {suppressed}
          </li>
        )}
        {model.hasMissing && (
          <li>
            <svg className="plot" viewBox="0 0 26 12" aria-hidden="true">
              <path className="gapline" d="M2 6h22" />
            </svg>
            {absentKey(model.absent)}
          </li>
        )}
      </ul>
      <Deferred size={`bars u${model.groups.length} n${model.series.length}`} failed={failed}>
        <BarsChart model={model} title={title} narrow={narrow} />
      </Deferred>
    </>
  );
}

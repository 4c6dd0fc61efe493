"use client";

import { Children, type ReactNode, useEffect, useId, useState } from "react";
import { SegmentedButtons } from "./segmented";

/**
 * One of several panels at a time. All of them are in the page: without scripts, and in print where asked, all show.
 * @param query name of the address's query that may name the first choice; it only narrows what is shown
 */
export function PanelSwitch({
  look,
  label,
  choices,
  query,
  children,
}: {
  look: "buttons" | "select";
  label: string;
  /** In the order of the panels. */
  choices: readonly (readonly [key: string, name: string])[];
  query: string | null;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState(choices[0]?.[0] ?? "");
  const id = useId();
  useEffect(() => {
    const asked = query && new URLSearchParams(window.location.search).get(query);
    if (asked && choices.some(([key]) => key === asked)) setChosen(asked);
  }, [query, choices]);
  return (
    <div className="panel-switch">
      {choices.length > 1 && look === "buttons" && (
        <SegmentedButtons label={label} choices={choices} chosen={chosen} onChoose={setChosen} />
      )}
      {choices.length > 1 && look === "select" && (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {choices.map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {Children.map(children, (panel, index) => (
        <div className={choices[index]?.[0] === chosen ? "one" : "one off"}>{panel}</div>
      ))}
    </div>
  );
}

"use client";

import { Children, type ReactNode, useId } from "react";
import { SegmentedButtons } from "./segmented";
import { useChoiceInQuery } from "./use-choice-in-query";

/**
 * One of several panels at a time. All of them are in the page: without scripts, and in print where asked, all show.
 * @param query name in the address's query under which the choice stands; it only narrows what is shown
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
  query: string;
  children: ReactNode;
}) {
  const [chosen, choose] = useChoiceInQuery(
    query,
    choices.map(([key]) => key),
  );
  const id = useId();
  return (
    <div className="panel-switch">
      {choices.length > 1 && look === "buttons" && (
        <SegmentedButtons label={label} choices={choices} chosen={chosen} onChoose={choose} />
      )}
      {choices.length > 1 && look === "select" && (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
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

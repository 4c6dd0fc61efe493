"use client";

import { Children, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { SegmentedButtons } from "./segmented";
import { useChoiceInQuery } from "./use-choice-in-query";

/**
 * One of several panels at a time. All of them are in the page: without scripts, and in print where asked, all show. Until
 * the page's script has read the address, the panel that its hash names shows by the sheet alone (`panel-switch.css`).
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
  /** In the order of the panels; an address may lead to an id within a panel. */
  choices: readonly (readonly [key: string, name: string, id?: string])[];
  query: string;
  children: ReactNode;
}) {
  const [chosen, choose] = useChoiceInQuery(
    query,
    choices.map(([key]) => key),
  );
  const [live, setLive] = useState(false);
  const list = useRef<HTMLSelectElement>(null);
  const turn = (key: string) => {
    choose(key);
    // On a reload the address leads to what was chosen, not to what was left.
    const idOf = (wanted: string) => choices.find(([each]) => each === wanted)?.[2];
    const [from, to] = [idOf(chosen), idOf(key)];
    if (from && to && window.location.hash === `#${from}`)
      window.history.replaceState(window.history.state, "", `#${to}`);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page becomes live
  useEffect(() => {
    setLive(true);
    // What a reader chose before the script came, which the next drawing would undo.
    const own = list.current?.value;
    if (own !== undefined && own !== chosen) turn(own);
  }, []);
  const id = useId();
  return (
    <div className={live ? "panel-switch live" : "panel-switch"}>
      {choices.length > 1 && look === "buttons" && (
        <SegmentedButtons label={label} choices={choices} chosen={chosen} onChoose={turn} />
      )}
      {choices.length > 1 && look === "select" && (
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <select ref={list} id={id} value={chosen} onChange={(event) => turn(event.target.value)}>
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

import { memo } from "react";
import { Icon } from "@/components/ui/icon";
import type { MatrixColumn } from "@/lib/views/assignment-view";

interface Props {
  /** Below 0, as rows of indicators are from 0 on. */
  row: number;
  code: string;
  title: string;
  columns: readonly MatrixColumn[];
  /** A letter for each column: all of its shown indicators, some, none. */
  states: string;
  isShown: boolean;
  mayAssign: boolean;
  /** As a row's. */
  tabAt: number | null;
  nameOf: (goal: string, column: string) => string;
  onTickAll: (goal: string, id: number, isSet: boolean) => void;
}

const checkedOf: Readonly<Record<string, "true" | "false" | "mixed">> = { a: "true", s: "mixed", n: "false" };

/** A goal's head, with a box for each column that sets or takes away all of its indicators that are shown. */
export const MatrixGoal = memo(function MatrixGoal(props: Props) {
  const { row, code, title, columns, states, isShown, mayAssign, tabAt, nameOf, onTickAll } = props;
  return (
    <tr className="goal" hidden={!isShown} data-row={row}>
      <th scope="rowgroup" colSpan={mayAssign ? 1 : columns.length + 1}>
        <span className="code">{code}</span> {title}
      </th>
      {mayAssign &&
        columns.map(({ id, name }, place) => {
          const state = states[place] ?? "n";
          return (
            <td key={id}>
              {/* biome-ignore lint/a11y/useSemanticElements: a box of a form would be sent, and this one only acts on others */}
              <button
                type="button"
                role="checkbox"
                aria-checked={checkedOf[state]}
                aria-label={nameOf(code, name)}
                className="with-script all-box"
                tabIndex={tabAt === null ? undefined : tabAt === place ? 0 : -1}
                data-at={place}
                onClick={() => onTickAll(code, id, state !== "a")}
              >
                {state === "a" && <Icon name="check" />}
              </button>
            </td>
          );
        })}
    </tr>
  );
});

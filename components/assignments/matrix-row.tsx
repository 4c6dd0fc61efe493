import { memo } from "react";
import { Icon } from "@/components/ui/icon";
import { tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { MatrixColumn } from "@/lib/views/assignment-view";

/** What cells say, in the reader's language: one object for all of them, so that a row is drawn again only for itself. */
export interface CellWords {
  answered: string;
  unanswered: string;
  through: string;
  ticked: string;
  changed: string;
}

interface Props {
  at: number;
  code: string;
  title: string;
  isAnswered: boolean;
  columns: readonly MatrixColumn[];
  /** Ids of columns, joined by commas: what is drawn again is told by its text. */
  ticked: string;
  through: string;
  changed: string;
  isShown: boolean;
  mayAssign: boolean;
  /** The place in the row that Tab comes to; -1: none of this row's. Null before scripts run: every box then. */
  tabAt: number | null;
  words: CellWords;
  onTick: (code: string, id: number, isSet: boolean) => void;
}

const idsOf = (text: string) => new Set(text === "" ? [] : text.split(",").map(Number));

/** One indicator: a box for each person or organisation, or a mark for whoever only reads. */
export const MatrixLine = memo(function MatrixLine(props: Props) {
  const { at, code, title, isAnswered, columns, isShown, mayAssign, tabAt, words, onTick } = props;
  const [ticked, through, changed] = [idsOf(props.ticked), idsOf(props.through), idsOf(props.changed)];
  return (
    <tr hidden={!isShown} data-row={at}>
      <th scope="row" id={`i${at}`}>
        <span className="code">{code}</span> {title}
        <span className="vh">, {isAnswered ? words.answered : words.unanswered}</span>
        {isAnswered && <Icon name="check" />}
      </th>
      {columns.map(({ id }, place) => (
        <td key={id} className={changed.has(id) ? "changed" : undefined}>
          {mayAssign ? (
            <input
              type="checkbox"
              name="assigned"
              value={tickOf(code, id)}
              checked={ticked.has(id)}
              aria-labelledby={`i${at} c${id}`}
              tabIndex={tabAt === null ? undefined : tabAt === place ? 0 : -1}
              data-at={place}
              onChange={({ target }) => onTick(code, id, target.checked)}
            />
          ) : (
            ticked.has(id) && (
              <span className="mark">
                <Icon name="check" />
                <span className="vh">{words.ticked}</span>
              </span>
            )
          )}
          {through.has(id) && (
            <span className="through" title={words.through}>
              <span className="vh">{words.through}</span>
            </span>
          )}
          {changed.has(id) && <span className="vh">{words.changed}</span>}
        </td>
      ))}
    </tr>
  );
});

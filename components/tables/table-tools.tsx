import { useRef } from "react";
import { useDismissal } from "@/components/layout/use-dismissal";
import { Icon } from "@/components/ui/icon";
import { longestFind, pageSizes, type TableView } from "@/lib/schemas/addresses/table-view";
import type { DataColumn } from "./columns";
import type { TableLabels } from "./table-labels";

/** From so many rows on a table can be narrowed. */
const few = 10;

interface Props<Line> {
  id: string;
  view: TableView;
  ask: (change: Partial<TableView>) => void;
  live: boolean;
  labels: TableLabels;
  columns: readonly DataColumn<Line>[];
  total: number;
  /** Rows come by pages alone: nobody is offered all of them, and paper has those of one. */
  isPaged: boolean;
  /** How many rows are found, and which of their pages is shown; told as it changes. Elsewhere paper has all pages. */
  found: string | false;
  onPage: string | false;
}

/** What a reader asks of a table. It keeps its place before scripts run, so that nothing moves. */
export function TableTools<Line>({ id, view, ask, live, labels, columns, total, isPaged, found, onPage }: Props<Line>) {
  const find = useRef<HTMLInputElement>(null);
  const showAll = () => {
    ask({ find: "" });
    find.current?.focus();
  };
  const className = `table-tools with-script${live ? "" : " invisible"}`;
  // Of a few rows nobody looks for one.
  if (total < few && view.find === "" && view.hidden.length === 0)
    return (
      <div className={`${className} of-few`}>
        <SortChoice {...{ id, view, ask, labels, columns }} />
      </div>
    );
  return (
    <div className={className}>
      <div className="field find">
        <label htmlFor={`find-${id}`}>{labels.find}</label>
        <input
          ref={find}
          id={`find-${id}`}
          type="text"
          inputMode="search"
          autoComplete="off"
          maxLength={longestFind}
          value={view.find}
          onChange={(event) => ask({ find: event.target.value })}
        />
      </div>
      <SortChoice {...{ id, view, ask, labels, columns }} />
      {total >= Math.max(...pageSizes) && <SizeChoice {...{ id, view, ask, labels, isPaged }} />}
      <ColumnChoice {...{ view, ask, labels, columns }} />
      <div className="told">
        <p className="hint" role="status" data-find={view.find.trim() || undefined}>
          {found}
          {found && onPage && " · "}
          {onPage && <span className={isPaged ? undefined : "on-page"}>{onPage}</span>}
        </p>
        {view.find.trim() !== "" && (
          <button type="button" className="btn btn-text" onClick={showAll}>
            {labels.showAll}
          </button>
        )}
      </div>
    </div>
  );
}

/** For phones, whose cards have no heads to press. */
function SortChoice<Line>({
  id,
  view,
  ask,
  labels,
  columns,
}: Pick<Props<Line>, "id" | "view" | "ask" | "labels" | "columns">) {
  return (
    <div className="field sorts">
      <label htmlFor={`sort-${id}`}>{labels.sort}</label>
      <select id={`sort-${id}`} value={view.sort} onChange={(event) => ask({ sort: event.target.value })}>
        <option value="">{labels.ownOrder}</option>
        {columns.flatMap(({ id, head, sort }) =>
          sort
            ? [
                <option key={id} value={id}>
                  {labels.up[sort.order].replace("{column}", head)}
                </option>,
                <option key={`-${id}`} value={`-${id}`}>
                  {labels.down[sort.order].replace("{column}", head)}
                </option>,
              ]
            : [],
        )}
      </select>
    </div>
  );
}

function SizeChoice({
  id,
  view,
  ask,
  labels,
  isPaged,
}: Pick<Props<never>, "id" | "view" | "ask" | "labels" | "isPaged">) {
  return (
    <div className="field sizes">
      <label htmlFor={`rows-${id}`}>{labels.rows}</label>
      <select
        id={`rows-${id}`}
        value={view.size ?? ""}
        onChange={(event) => ask({ size: pageSizes.find((size) => String(size) === event.target.value) ?? null })}
      >
        {!isPaged && <option value="">{labels.allRows}</option>}
        {pageSizes.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </select>
    </div>
  );
}

function ColumnChoice<Line>({ view, ask, labels, columns }: Pick<Props<Line>, "view" | "ask" | "labels" | "columns">) {
  const menu = useDismissal<HTMLDetailsElement>();
  return (
    <details ref={menu} className="table-columns">
      <summary className="btn">
        {labels.columns}
        <Icon name="chevronDown" />
      </summary>
      <fieldset>
        <legend className="vh">{labels.columns}</legend>
        {columns.slice(1).map(({ id, head }) => (
          <label key={id} className="checkbox">
            <input
              type="checkbox"
              checked={!view.hidden.includes(id)}
              onChange={({ target }) =>
                ask({
                  page: view.page,
                  hidden: target.checked ? view.hidden.filter((hidden) => hidden !== id) : [...view.hidden, id],
                })
              }
            />
            {head}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

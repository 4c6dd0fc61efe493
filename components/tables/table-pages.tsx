import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { TableLabels } from "./table-labels";

/** Turns the pages of a table; in the browser its buttons stay where they are, so that none loses the focus. */
export function TablePages({
  page,
  pages,
  labels,
  hrefOf,
  onTurn,
}: {
  page: number;
  pages: number;
  labels: TableLabels;
  /** Of a page, where the server can show it and no script runs yet. */
  hrefOf: ((change: Partial<TableView>) => string) | null;
  onTurn: (page: number) => void;
}) {
  if (pages < 2) return null;
  const turn = (label: string, to: number) => {
    const isThere = to >= 1 && to <= pages;
    return hrefOf && isThere ? (
      <a className="btn" href={hrefOf({ page: to })}>
        {label}
      </a>
    ) : (
      <button type="button" className="btn" aria-disabled={!isThere} onClick={() => isThere && onTurn(to)}>
        {label}
      </button>
    );
  };
  return (
    <nav aria-label={labels.pages} className="table-pages">
      {turn(labels.previous, page - 1)}
      <span>{labels.page.replace("{page}", String(page)).replace("{pages}", String(pages))}</span>
      {turn(labels.next, page + 1)}
    </nav>
  );
}

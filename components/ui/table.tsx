import type { ReactNode } from "react";

/**
 * A plain data table that scrolls inside itself when it is wider than the page. Rows become cards on a phone when `stack` is
 * set: such a table has nothing to scroll there, and is no stop for Tab.
 */
export function Table({
  caption,
  showCaption = false,
  stack = false,
  head,
  children,
}: {
  caption: string;
  showCaption?: boolean;
  stack?: boolean;
  /** `<th scope="col">` cells. */
  head: ReactNode;
  /** `<tr>` rows. */
  children: ReactNode;
}) {
  const table = (
    <table className={stack ? "data stack" : "data"}>
      <caption className={showCaption ? "shown" : "vh"}>{caption}</caption>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
  return stack ? (
    <div className="scroll">{table}</div>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section of its own would stand in the page's outline
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

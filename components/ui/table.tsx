import type { ReactNode } from "react";

/**
 * A plain data table that scrolls inside itself when it is wider than the page.
 * Rows become cards on a phone when `stack` is set; roles are named because `display` on table parts drops them.
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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section of its own would stand in the page's outline
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className={stack ? "data stack" : "data"} role="table">
        <caption className={showCaption ? "shown" : "vh"}>{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          <tr>{head}</tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

export const views = ["status", "values", "map"] as const;
export type View = (typeof views)[number];

/** The view that the page's address asks for, so that it can be passed on and found again on the way back. */
export function askedView(): { view: View; indicator: string } {
  const asked = new URLSearchParams(location.search);
  return {
    view: views.find((view) => view === asked.get("view")) ?? "status",
    indicator: asked.get("indicator") ?? "",
  };
}

/**
 * Runs before the table is drawn: what the asked view draws otherwise isn't shown as something else first (heat-views.css),
 * for the page is the same whatever its query says.
 */
export const awaitView = `{const asked=new URLSearchParams(location.search).get("view");if(asked==="values"||asked==="map")document.documentElement.dataset.view=asked}`;

/** The asked view is there, or can't come. */
export function endWaiting(): void {
  delete document.documentElement.dataset.view;
}

/** @param indicator on the map; empty while none is chosen */
export function rememberView(view: View, indicator: string): void {
  const address = new URL(location.href);
  address.search = "";
  if (view !== "status") address.searchParams.set("view", view);
  if (view === "map" && indicator) address.searchParams.set("indicator", indicator);
  history.replaceState(history.state, "", address);
}

import type { Place } from "@/components/entry/state/entry-store";
import { chooseValue } from "@/components/entry/undo/choose-value";
import type { NewsView, NewValue } from "@/lib/views/entry-view";

/**
 * Takes what is stored instead of what was typed: at once what the choice showed, and then what is there by now. The choice
 * may have stood open for long, and what changed meanwhile was no news to a cell that waited for it.
 * @param ask the report's news; null where nobody answers
 * @returns the change that the choice didn't show, once the cell shows it; null where there is none
 */
export async function takeStored(
  session: Parameters<typeof chooseValue>[0],
  place: Place,
  ask: () => Promise<NewsView | null>,
): Promise<NewValue | null> {
  chooseValue(session, place, "tookTheirs");
  const news = await ask();
  const change = news?.changes.find(({ indicator, cell }) => indicator === place.indicator && cell === place.cell);
  if (!change) return null;
  const { present, at } = change;
  return session.store.dispatch(place, { type: "learned", present, at }) ? change : null;
}

import { changesFilterOf, queryOfChanges, segmentOfChanges } from "./changes-filter";
import { observationsFilterOf, queryOfObservations, segmentOfObservations } from "./observations-filter";

const changesPage = /^\/[^/]+\/[^/]+\/[^/]+\/changes$/;
const observationsPage = /^\/[^/]+\/[^/]+\/observations$/;

/**
 * Where the page is prerendered whose address narrows what it shows: its path, and a segment for the filter. A page that
 * doesn't narrow on the server stays where it is.
 */
export function prerenderedPath(pathname: string, query: URLSearchParams): string {
  if (changesPage.test(pathname)) {
    const filter = changesFilterOf(query);
    return queryOfChanges(filter) === "" ? pathname : `${pathname}/${segmentOfChanges(filter)}`;
  }
  if (observationsPage.test(pathname)) {
    const filter = observationsFilterOf(query);
    return queryOfObservations(filter) === "" ? pathname : `${pathname}/narrowed/${segmentOfObservations(filter)}`;
  }
  return pathname;
}

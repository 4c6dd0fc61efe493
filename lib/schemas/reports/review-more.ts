/** Name, value, how the public would see it (empty: as it stands) and, for those that changed, the value before. */
export type PartRow = [name: string, now: string, seen: string, before: string];

/** A value that the total had, and when and by whom it was entered. */
type HistoryRow = [value: string, entered: string];

/** What of an indicator under review is one click away, in words. */
export interface ReviewMore {
  /** Those that changed come first. */
  parts: PartRow[];
  /** Of the total, the latest first. */
  history: HistoryRow[];
}

/** What a reviewer noted for themselves; without words, of version 0, where they noted nothing. */
export interface OwnNote {
  body: string;
  rowVersion: number;
}

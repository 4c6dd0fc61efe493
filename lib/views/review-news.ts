import type { IsoMoment } from "./report-view";

/** What the reviewers of a report have said by now. */
export interface ReviewNews {
  /** Before it was read. */
  readAt: IsoMoment;
  /** The same as long as nothing changes. */
  digest: string;
  /** The submission that was asked about still takes answers. */
  isOpen: boolean;
  /** By the codes of indicators; null where they are as they were under the digest that was sent along. */
  answers: Record<string, { answer: "accept" | "query"; query: string; by: string; isOwn: boolean }> | null;
}

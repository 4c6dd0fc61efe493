import type { IsoMoment } from "@/lib/views/report-view";
import type { Choice, Choices } from "./choice";
import type { Unsaved } from "./send-answer";

interface Learned {
  learned: string[];
  isWhole: boolean;
}

export type SaveState = "saving" | "saved" | Unsaved;

export interface SavedAnswers {
  choices: Choices;
  states: Record<string, SaveState>;
  /** The last refusal that no further try can change: somebody else decided about the report meanwhile. */
  overtaken: Unsaved | null;
  /** Something was stored from this browser after the page was read, as after a step back to it. */
  isOld: boolean;
  choose: (code: string, choice: Partial<Choice>) => void;
  retry: (code: string) => void;
  /** Stores the answer on one indicator; false where it couldn't be. */
  store: (code: string) => Promise<boolean>;
  /** What the server has, as far as the page has heard. */
  atServer: () => Choices;
  /** Stores what is waiting; false where something couldn't be. */
  flush: () => Promise<boolean>;
  /** What an earlier visit left in this browser and nobody overtook: to be chosen again. */
  takeUp: () => Choices;
  /** Queries that were begun here where somebody else's decision stands since: a person says what becomes of each. */
  left: Choices;
  /** Lets go of such a query. */
  discard: (code: string) => void;
  /**
   * Takes what the server has by now into decisions that nothing is being done about here.
   * @param known when it was stored from here; or when it was read, which says nothing of what was stored from here since
   * @returns those that show another answer than before, and whether that is all that differs
   */
  learn: (present: Choices, known: { storedAt: IsoMoment } | { readAt: IsoMoment }) => Learned;
  /** Says which stands where another reviewer decided meanwhile: theirs, or what is chosen here. */
  settle: (code: string, stands: "theirs" | "mine") => void;
}

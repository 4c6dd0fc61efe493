import type { Visibility } from "./observation";

/**
 * What is addressed to governments is said in rounds: its author's words, which pass a safety check, and the response of each
 * unit addressed. The last round is where a text stands; the rounds before stay as they were.
 */
export const roundStages = ["draft", "inSafetyCheck", "sentBack", "passed"] as const;
export type RoundStage = (typeof roundStages)[number];

/** A unit is asked for a response once the words have passed; none is asked of what only the platform reads. */
export const responseStates = ["awaited", "unanswered", "given"] as const;
export type ResponseState = (typeof responseStates)[number];

/** At most this often somebody speaks and is answered. */
export const mostRounds = 2;

/** Who takes a step: the author's organisation, the secretariat, a unit addressed, or a due date that passes. */
export type StepParty = "author" | "secretariat" | "unit" | "clock";

interface Step<S> {
  from: readonly S[];
  /** Null: where it stood. */
  to: S | null;
  by: StepParty;
}

/** Every step of the author's words, as one table: what isn't in it can't happen. */
export const roundSteps = {
  /** What was sent back keeps the rule beside it until it is submitted anew. */
  write: { from: ["draft", "sentBack"], to: null, by: "author" },
  submit: { from: ["draft", "sentBack"], to: "inSafetyCheck", by: "author" },
  /** Taken back before the secretariat has looked. */
  recall: { from: ["inSafetyCheck"], to: "draft", by: "author" },
  sendBack: { from: ["inSafetyCheck"], to: "sentBack", by: "secretariat" },
  pass: { from: ["inSafetyCheck"], to: "passed", by: "secretariat" },
} as const satisfies Record<string, Step<RoundStage>>;

/** Every step of a unit's response. A reply after the due date is late, and says so. */
export const responseSteps = {
  draftReply: { from: ["awaited", "unanswered"], to: null, by: "unit" },
  sendReply: { from: ["awaited", "unanswered"], to: "given", by: "unit" },
  lapse: { from: ["awaited"], to: "unanswered", by: "clock" },
} as const satisfies Record<string, Step<ResponseState>>;

export type RoundStep = keyof typeof roundSteps;
export type ResponseStep = keyof typeof responseSteps;

/** The stages or states from which a step leads on, for the `where` of whoever takes it. */
export const roundStagesBefore = (step: RoundStep): RoundStage[] => [...roundSteps[step].from];
export const responseStatesBefore = (step: ResponseStep): ResponseState[] => [...responseSteps[step].from];

/** How a text ended: its author says whether it was answered, or withdraws it; the secretariat takes it down for safety. */
export const textEnds = ["answered", "notAnswered", "withdrawn", "takenDown"] as const;
export type TextEnd = (typeof textEnds)[number];
/** Those that its author says: what is taken down has a command of its own. */
export const authorEnds = ["answered", "notAnswered", "withdrawn"] as const satisfies readonly TextEnd[];
export type AuthorEnd = (typeof authorEnds)[number];

export const endParties: Record<TextEnd, StepParty> = {
  answered: "author",
  notAnswered: "author",
  withdrawn: "author",
  takenDown: "secretariat",
};

/** Where the last round of a text is: its author's words, and the response to them of the unit addressed. */
export interface Standing {
  stage: RoundStage;
  /** Null before one is asked for, and where none is. */
  response: ResponseState | null;
}

/** Where one of the rounds of a text is. */
export type RoundStanding = Standing & { round: number };

/**
 * The round that a unit responds to: the last one that has passed. What its author writes after it is unknown to the unit, which
 * can still respond late to the round before.
 * @param rounds the first one first
 */
export const passedRound = <R extends Pick<Standing, "stage">>(rounds: readonly R[]): R | undefined =>
  rounds.findLast(({ stage }) => stage === "passed");

/**
 * Whether a text can end so where it stands. A first draft is deleted instead. What is closed can still be withdrawn or taken
 * down, and what is withdrawn still be taken down: its author keeps the words. What is taken down has ended for good.
 */
export function mayEnd(
  before: TextEnd | null,
  end: TextEnd,
  { round, stage, response }: Standing & { round: number },
): boolean {
  if (before === "takenDown" || (before === "withdrawn" && end !== "takenDown")) return false;
  switch (end) {
    case "answered":
      return before === null && response === "given";
    case "notAnswered":
      return before === null && (response === "given" || response === "unanswered");
    case "withdrawn":
      return round > 1 || stage !== "draft";
    case "takenDown":
      return round > 1 || stage === "passed";
  }
}

/** Whether the author may speak once more: a response came, or was due and didn't. */
export const maySpeakAgain = ({ round, stage, response }: Standing & { round: number }): boolean =>
  round < mostRounds && stage === "passed" && (response === "given" || response === "unanswered");

/** Whether the author may drop another round: as long as they write it, and nobody was asked about it. */
export const mayDropRound = ({ round, stage }: Pick<RoundStanding, "round" | "stage">): boolean =>
  round > 1 && roundStagesBefore("write").includes(stage);

/** Who reads the words of a round besides its author and the secretariat. */
export interface Readers {
  /** Other members of the civil society platform. */
  platform: boolean;
  /** The unit addressed. */
  unit: boolean;
  governments: boolean;
  public: boolean;
}

/**
 * Who may read the words of a round. The unit addressed is asked before anybody else reads: a response that comes in time
 * stands beside what it answers from the first day on. Of what is withdrawn or taken down, number and place alone are left.
 */
export function readersOf({ stage, response }: Standing, visibility: Visibility, end: TextEnd | null): Readers {
  const stands = end !== "takenDown" && end !== "withdrawn" && stage === "passed";
  const wasHeard = stands && (response === "given" || response === "unanswered");
  return {
    platform: stands,
    unit: stands && visibility !== "platform",
    governments: wasHeard && visibility !== "platform",
    public: wasHeard && visibility === "public",
  };
}

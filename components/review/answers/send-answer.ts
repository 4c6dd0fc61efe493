import { isAboutSession, type RefusalArgs, type RefusalCode } from "@/lib/domain/refusal";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { ReviewAnswerForm } from "@/lib/schemas/reports/report-forms";
import { asStored } from "@/lib/schemas/reports/review-fields";
import type { IsoMoment } from "@/lib/views/report-view";
import type { ReviewOver } from "@/lib/views/review-view";
import type { Reviewer } from "./kept-choice";

/** Why nothing can be decided any more: the review ended, or for this reviewer alone. */
export type Over = ReviewOver | "notYours";

/** Why an answer wasn't stored; `again`: it may go through when it is sent once more. */
export interface Unsaved {
  /** Null: the server couldn't be reached. Else a key of the namespace `errors`. */
  problem: Message | null;
  again: boolean;
  /** What another reviewer decided meanwhile: a person says which of the two stands. */
  theirs?: RefusalArgs["answeredMeanwhile"];
}

/** A period is locked and opened again while reports of it are under review: nothing else about them changes by it. */
export const isPeriodLocked = (problem: Message | null): boolean =>
  problem?.key === "locked" && problem.args?.lock === "periodLocked";

/** The same goes through once the server answers, the page's own person is signed in again, or the period is open again. */
export const isWaiting = ({ problem }: Unsaved): boolean =>
  problem === null || isAboutSession(problem.key) || isPeriodLocked(problem);

/** So many answers of which nothing was heard are remembered for an indicator: a server that is away is asked seldom. */
export const UNHEARD = 20;

/** The refusal, among what became of answers, that no further try can change. */
export const overtakenIn = (states: Readonly<Record<string, string | Unsaved>>): Unsaved | null =>
  Object.values(states).find((state): state is Unsaved => typeof state === "object" && !state.again && !state.theirs) ??
  null;

/** What ended it for this reviewer, as a refusal tells. */
export function overBy({ key, args }: Message): Over {
  if (key === "notAllowed" || key === "notFound") return "notYours";
  const lock = key === "locked" ? args?.lock : null;
  return lock === "returned" || lock === "approved" || lock === "withdrawn" ? lock : "other";
}

/** The report isn't as it was when the page was shown: no answer on it can be stored any more. */
const overtaken: readonly RefusalCode[] = ["changedMeanwhile", "locked", "notFound", "notAllowed"];

/** No further try goes through. */
export const isEnded = (problem: Message): boolean =>
  overtaken.some((code) => code === problem.key) && !isPeriodLocked(problem);

/** Asks for a change of several answers at once, or of whom one names. @returns what came of it, or why nothing did */
export async function sendAct<Done extends object>(
  { userId, submission, address: { plan, unit, period } }: Reviewer,
  act: "clean" | "undo" | "named",
  of: object,
): Promise<Unsaved | Done> {
  try {
    const response = await fetch(`/api/reports/${plan}/${unit}/${period}/review-answers/${act}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(userId) },
      body: JSON.stringify({ ...of, submission: String(submission) }),
    });
    if (response.ok) return (await response.json()) as Done;
    const { refusal } = (await response.json()) as { refusal: { code: RefusalCode; args: Message["args"] } };
    return { problem: { key: refusal.code, args: refusal.args }, again: isAboutSession(refusal.code) };
  } catch {
    return { problem: null, again: true };
  }
}

/** Why an answer isn't sent at all: its words are too long; null where they fit. */
export function tooLong(query: string): Unsaved | null {
  const { length } = asStored(query);
  if (length <= longestRemark) return null;
  return { problem: { key: "valueTextTooLong", args: { limit: longestRemark, length } }, again: true };
}

/** Stores one answer. The request outlives the page. @returns when the server had it, or why it hasn't */
export async function sendAnswer(
  { userId, submission, address: { plan, unit, period } }: Reviewer,
  answer: Omit<ReviewAnswerForm, "submission">,
): Promise<Unsaved | { storedAt: IsoMoment }> {
  const body = JSON.stringify({ ...answer, submission: String(submission) });
  try {
    const response = await fetch(`/api/reports/${plan}/${unit}/${period}/review-answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(userId) },
      // Browsers let at most 64 KB outlive a page.
      keepalive: body.length < 20_000,
      body,
    });
    if (response.ok) return (await response.json()) as { storedAt: IsoMoment };
    const { refusal, problems } = (await response.json()) as {
      refusal: { code: RefusalCode; args: Record<string, string | number> };
      problems: FieldProblem[];
    };
    const problem = problems[0] ?? { key: refusal.code, args: refusal.args };
    if (refusal.code === "answeredMeanwhile")
      return { problem, again: false, theirs: refusal.args as RefusalArgs["answeredMeanwhile"] };
    return { problem, again: !isEnded(problem) };
  } catch {
    return { problem: null, again: true };
  }
}

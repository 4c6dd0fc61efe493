import type { Actor } from "../permissions";
import {
  endParties,
  mayDropRound,
  mayEnd,
  maySpeakAgain,
  passedRound,
  type ResponseState,
  type RoundStanding,
  type RoundStep,
  roundStagesBefore,
  roundSteps,
  type TextEnd,
  textEnds,
} from "./addressed-life";
import { type Attribution, attributions, mayBecome } from "./observation";
import { type ObservationFacts, partyOf } from "./parties";
import { type ResponseMay, responseMay } from "./response-may";

/** What somebody may do with an observation where it stands. */
export interface ObservationMay {
  write: boolean;
  submit: boolean;
  recall: boolean;
  /** Only of what was never submitted. */
  delete: boolean;
  /** Pass it on or send it back. */
  check: boolean;
  draftReply: boolean;
  sendReply: boolean;
  /** Write key actions into a reply that isn't sent, or add to a given one. */
  keyActions: ResponseMay["keyActions"];
  /** The rounds of whose key actions they tell how these stand: each that was replied to. */
  tellActions: number[];
  speakAgain: boolean;
  /** The second round, before it is passed on. */
  drop: boolean;
  openAttribution: Attribution[];
  end: TextEnd[];
}

/**
 * The same rules as the commands ask, for what a page offers.
 * @param rounds the first one first
 */
export function observationMay(
  actor: Actor,
  facts: ObservationFacts,
  { number, rounds }: { number: number | null; rounds: readonly RoundStanding[] },
): ObservationMay {
  const last = rounds.at(-1)!;
  const party = partyOf(actor, facts);
  const stands = facts.end === null;
  const step = (name: RoundStep) =>
    stands && roundSteps[name].by === party && roundStagesBefore(name).includes(last.stage);
  const responds = (response: ResponseState | null) => responseMay(actor, { ...facts, response });
  const reply = responds(passedRound(rounds)?.response ?? null);
  return {
    write: step("write"),
    submit: step("submit"),
    recall: step("recall"),
    check: step("pass"),
    delete: step("write") && number === null,
    draftReply: reply.draft,
    sendReply: reply.send,
    keyActions: reply.keyActions,
    tellActions: rounds.flatMap(({ round, response }) => (responds(response).keyActions === "tell" ? [round] : [])),
    speakAgain: stands && party === "author" && maySpeakAgain(last),
    drop: stands && party === "author" && mayDropRound(last),
    openAttribution: party === "author" ? attributions.filter((to) => mayBecome(facts.attribution, to)) : [],
    end: textEnds.filter((end) => endParties[end] === party && mayEnd(facts.end, end, last)),
  };
}

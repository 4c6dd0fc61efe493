import type { Actor } from "../permissions";
import {
  endParties,
  mayEnd,
  maySpeakAgain,
  type RoundStep,
  roundStagesBefore,
  roundSteps,
  type Standing,
  type TextEnd,
  textEnds,
} from "./addressed-life";
import { type Attribution, attributions, mayBecome } from "./observation";
import { type ObservationFacts, partyOf } from "./parties";
import { responseMay } from "./response-may";

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
  /** Write key actions into a reply that isn't sent, or add to a given one and tell how they stand. */
  keyActions: "write" | "tell" | null;
  speakAgain: boolean;
  openAttribution: Attribution[];
  end: TextEnd[];
}

/** The same rules as the commands ask, for what a page offers. */
export function observationMay(
  actor: Actor,
  facts: ObservationFacts,
  { number, ...last }: Standing & { round: number; number: number | null },
): ObservationMay {
  const party = partyOf(actor, facts);
  const stands = facts.end === null;
  const step = (name: RoundStep) =>
    stands && roundSteps[name].by === party && roundStagesBefore(name).includes(last.stage);
  const reply = responseMay(actor, { ...facts, response: last.response });
  return {
    ...{ write: step("write"), submit: step("submit"), recall: step("recall"), check: step("pass") },
    delete: step("write") && number === null,
    ...{ draftReply: reply.draft, sendReply: reply.send, keyActions: reply.keyActions },
    speakAgain: stands && party === "author" && maySpeakAgain(last),
    openAttribution: party === "author" ? attributions.filter((to) => mayBecome(facts.attribution, to)) : [],
    end: textEnds.filter((end) => endParties[end] === party && mayEnd(facts.end, end, last)),
  };
}

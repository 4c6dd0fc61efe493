import type { Value } from "@/lib/domain/values/value";
import type { ValueRules } from "@/lib/domain/values/value-limits";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { enteredFromValue, readValue } from "@/lib/schemas/values/entered-value";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { Counted } from "@/lib/views/entry-view";
import type { CellView, IsoMoment, LastChangeView } from "@/lib/views/report-view";
import { blankEntered, canonical, isSameEntered } from "./entered";

/** The value that somebody else stored meanwhile; null where they cleared the cell. */
export type PresentValue = { value: Value; revision: number; savedAt: IsoMoment; carried?: true } | null;

/**
 * Where a cell is between the hand and the server.
 * - `rest`: what stands in the fields is stored, or was never touched.
 * - `typing`: it differs from what is stored, and the hand is still on it.
 * - `waiting`: left, and about to be sent. - `sending`: on its way; `again`: left once more meanwhile.
 * - `queued`: the server couldn't be reached; it is sent again.
 * - `invalid`: the fields can't be read as a value. - `refused`: the server said no; `again`: it may say yes later.
 * - `overtaken`: somebody else stored another value, and a person has to choose.
 */
type Phase =
  | { at: "rest" | "typing" | "waiting" | "queued" }
  | { at: "sending"; sent: EnteredValue; again: boolean }
  | { at: "invalid"; problems: FieldProblem[] }
  | { at: "refused"; problem: Message; again: boolean }
  | { at: "overtaken"; present: PresentValue; changed: LastChangeView | null };

export interface CellState {
  /** What stands in the fields. It is never thrown away without being asked. */
  typed: EnteredValue;
  /** What the server has acknowledged. */
  stored: EnteredValue;
  /** What the hand left there last: stored, or about to be. Whoever gives up what they type comes back to it. */
  given: EnteredValue;
  /** The revision that the next save expects. */
  revision: number;
  savedAt: IsoMoment | null;
  /** What is stored was carried over from the period before, and nobody has confirmed it for this one. */
  carried: boolean;
  phase: Phase;
}

export type CellEvent =
  | { type: "typed"; entered: EnteredValue }
  /** The hand left the field. */
  | { type: "left" }
  | { type: "sent" }
  /** `counted`: of the whole indicator, with this value in it. */
  | { type: "acknowledged"; revision: number; savedAt: IsoMoment | null; counted?: Counted }
  | { type: "unreachable" }
  | { type: "rejected"; problems: FieldProblem[] }
  | { type: "refused"; problem: Message; again: boolean }
  | { type: "overtaken"; present: PresentValue; changed?: LastChangeView | null }
  /** Somebody else changed it, as the page heard when it came back into view. */
  | { type: "learned"; present: PresentValue; at: IsoMoment }
  /** A person chose between the two values. */
  | { type: "keptMine" }
  | { type: "tookTheirs" }
  /** A person gave up what wasn't stored. */
  | { type: "discarded" }
  /** A person gave up what they typed since they left the field last. */
  | { type: "escaped" }
  /**
   * Back from the browser's memory: typed before, and never acknowledged. What was refused isn't sent again by itself: by
   * now the report may be open again, and nobody thinks of that value any more.
   */
  | { type: "restored"; entered: EnteredValue; expectedRevision: number; refused?: Message | undefined }
  /** A person asks for what was refused once more. */
  | { type: "askedAgain" }
  /** Once more, now that the server may answer. */
  | { type: "retried" };

/** @param cell undefined where the cell is empty */
export function cellAtRest(rules: ValueRules, cell: CellView | undefined): CellState {
  const stored = cell ? enteredFromValue(rules.type, cell.value) : blankEntered(rules.type);
  return {
    typed: stored,
    stored,
    given: stored,
    revision: cell?.revision ?? 0,
    savedAt: cell?.savedAt ?? null,
    carried: cell?.carried ?? false,
    phase: { at: "rest" },
  };
}

const rest: Phase = { at: "rest" };

/** What becomes of a cell. What doesn't concern it in its phase changes nothing. */
export function nextCell(state: CellState, event: CellEvent, rules: ValueRules): CellState {
  const next = afterEvent(state, event, rules);
  const given = givenIn(next, event);
  return given === state.given ? next : { ...next, given };
}

function givenIn({ typed, stored, given, phase }: CellState, event: CellEvent): EnteredValue {
  switch (phase.at) {
    case "waiting":
      return typed;
    case "sending":
      return event.type === "left" ? typed : given;
    case "typing":
      return event.type === "acknowledged" ? stored : given;
    case "queued":
      return given;
    case "invalid":
      return event.type === "left" ? given : stored;
    case "rest":
    case "refused":
    case "overtaken":
      return stored;
  }
}

function afterEvent(state: CellState, event: CellEvent, rules: ValueRules): CellState {
  const { phase, typed } = state;
  const to = (phase: Phase, more: Partial<CellState> = {}): CellState => ({ ...state, ...more, phase });
  switch (event.type) {
    case "typed": {
      const changed = { ...state, typed: event.entered };
      // On its way or to be chosen about: the text changes, the phase doesn't.
      if (phase.at === "sending" || phase.at === "overtaken") return changed;
      return { ...changed, phase: isSameEntered(event.entered, state.stored) ? rest : { at: "typing" } };
    }
    case "left":
      if (phase.at === "sending") return to({ ...phase, again: !isSameEntered(typed, phase.sent) });
      return phase.at === "typing" ? settle(state, rules) : state;
    case "sent":
      return to({ at: "sending", sent: typed, again: false });
    case "acknowledged": {
      if (phase.at !== "sending") return state;
      const { revision, savedAt } = event;
      const known = { stored: canonical(rules, phase.sent), revision, savedAt, carried: false };
      if (isSameEntered(typed, phase.sent)) return to(rest, { ...known, typed: known.stored });
      const changed = { ...state, ...known, phase: { at: "typing" } as const };
      return phase.again ? settle(changed, rules) : changed;
    }
    case "unreachable":
      return whileTyping(state, { at: "queued" }, rules);
    case "rejected":
      return whileTyping(state, { at: "invalid", problems: event.problems }, rules);
    case "refused":
      return to({ at: "refused", problem: event.problem, again: event.again });
    case "overtaken":
      return to({ at: "overtaken", present: event.present, changed: event.changed ?? null });
    case "learned": {
      // Whatever is being typed stays, and its save asks which value is right.
      if (phase.at !== "rest" || event.at <= (state.savedAt ?? "")) return state;
      const known = { ...theirs(event.present, rules), savedAt: event.at };
      if (known.revision === state.revision && isSameEntered(known.stored, state.stored)) return state;
      return to(rest, known);
    }
    case "keptMine":
      if (phase.at !== "overtaken") return state;
      return settle({ ...state, ...theirs(phase.present, rules), typed }, rules);
    case "tookTheirs":
      if (phase.at !== "overtaken") return state;
      return to(rest, theirs(phase.present, rules));
    case "discarded":
      return to(rest, { typed: state.stored });
    case "escaped": {
      const back = { ...state, typed: state.given };
      if (phase.at === "sending")
        return { ...back, phase: { ...phase, again: !isSameEntered(back.typed, phase.sent) } };
      return phase.at === "typing" || phase.at === "invalid" || phase.at === "refused" ? settle(back, rules) : state;
    }
    case "restored": {
      const known = { typed: event.entered, revision: event.expectedRevision };
      return to(event.refused ? { at: "refused", problem: event.refused, again: false } : { at: "waiting" }, known);
    }
    case "askedAgain":
      return phase.at === "refused" ? settle(state, rules) : state;
    case "retried":
      return phase.at === "queued" || (phase.at === "refused" && phase.again) ? to({ at: "waiting" }) : state;
  }
}

/** A faulty entry says so at once, without asking the server, which would say the same. */
function settle(state: CellState, rules: ValueRules): CellState {
  if (isSameEntered(state.typed, state.stored)) return { ...state, phase: rest };
  const read = readValue(rules, state.typed);
  return { ...state, phase: read.ok ? { at: "waiting" } : { at: "invalid", problems: read.problems } };
}

/** Whoever typed on while the answer was on its way isn't told what was wrong with an older text. */
function whileTyping(state: CellState, phase: Phase, rules: ValueRules): CellState {
  if (state.phase.at !== "sending" || isSameEntered(state.typed, state.phase.sent)) return { ...state, phase };
  return state.phase.again ? settle(state, rules) : { ...state, phase: { at: "typing" } };
}

/** What the server has, as far as the page knows: while a person chooses, what somebody else put there. */
export const atServer = ({ phase, stored }: CellState, rules: ValueRules): EnteredValue =>
  phase.at === "overtaken" ? theirs(phase.present, rules).stored : stored;

function theirs(
  present: PresentValue,
  rules: ValueRules,
): Pick<CellState, "typed" | "stored" | "revision" | "savedAt" | "carried"> {
  const stored = present ? enteredFromValue(rules.type, present.value) : blankEntered(rules.type);
  const { revision = 0, savedAt = null, carried = false } = present ?? {};
  return { typed: stored, stored, revision, savedAt, carried };
}

import { useEffect, useRef, useState } from "react";
import { type Choices, stored } from "@/components/review/answers/choice";
import type { Reviewer } from "@/components/review/answers/kept-choice";
import type { SavedAnswers } from "@/components/review/answers/saved-answers";
import { sendAct, type Unsaved } from "@/components/review/answers/send-answer";
import { tellOfQueryField } from "@/lib/schemas/reports/entry-fields";
import type { NamedPerson } from "@/lib/views/report-view";
import { has, namesHeard } from "./names-heard";

/** Whom queries name, by the codes of the indicators. */
export type Named = Readonly<Record<string, readonly NamedPerson[]>>;

/** Why a change came to nothing; or it waits until the query itself is stored. */
export type Unnamed = Unsaved | "waits";

export interface Naming {
  named: Named;
  /** Why the last change of whom a query names came to nothing. */
  unnamed: Readonly<Record<string, Unnamed>>;
  name: (code: string, person: NamedPerson) => void;
  unname: (code: string, person: NamedPerson) => void;
  /** Tries again what the server gave no answer to. */
  nameAgain: (code: string) => void;
  /** Whom a query names here, and whom it may still name at the server. */
  namedSeen: (code: string) => readonly NamedPerson[];
}

/** How names hear of what the server has. */
export interface NamesHearing {
  /**
   * @param namedAt whom the query on an indicator names there, by whom it named before; null where that isn't known
   * @param askedAt when the page asked
   * @param others indicators of which the page shows what another reviewer decided since
   * @returns false where some of it is older than what was done here since
   */
  hearNames: (
    namedAt: (code: string, before: readonly NamedPerson[]) => readonly NamedPerson[] | null,
    askedAt: number,
    others?: readonly string[],
  ) => boolean;
}

/**
 * Whom queries name. A name is stored once the query's words are, for without them it is none; and again where they come back
 * after the query was none for a while.
 */
export function useNaming(
  { choices, states, store }: SavedAnswers,
  reviewer: Reviewer,
  given: Named,
): Naming & NamesHearing {
  const [named, setNamed] = useState(given);
  const [unnamed, setUnnamed] = useState<Record<string, Unnamed>>({});
  const wanted = useRef(given);
  const atServer = useRef(given);
  const present = useRef(choices);
  const running = useRef(new Set<string>());
  /** When something was done here about whom a query names: what was asked before says nothing of it. */
  const doneAt = useRef(new Map<string, number>());
  const put = (code: string, people: readonly NamedPerson[]) => {
    wanted.current = { ...wanted.current, [code]: people };
    setNamed(wanted.current);
  };
  const note = (code: string, problem: Unnamed | null) =>
    setUnnamed(({ [code]: _, ...others }) => (problem ? { ...others, [code]: problem } : others));

  const bring = async (code: string) => {
    if (running.current.has(code)) return;
    running.current.add(code);
    for (;;) {
      const isStored = await store(code);
      const next = isStored && isQuery(present.current, code) ? changeOf(wanted.current, atServer.current, code) : null;
      if (next === null) {
        note(code, isStored ? null : "waits");
        break;
      }
      const { person, isNamed } = next;
      const answer = await sendAct<object>(reviewer, "named", { indicator: code, person: person.id, isNamed });
      doneAt.current.set(code, performance.now());
      if (!("problem" in answer)) {
        atServer.current = { ...atServer.current, [code]: changed(atServer.current[code], person, isNamed) };
        continue;
      }
      // What was refused isn't so; what nobody answered may be, or goes through once they are signed in again.
      if (answer.problem !== null && !answer.again) put(code, changed(wanted.current[code], person, !isNamed));
      note(code, answer);
      break;
    }
    running.current.delete(code);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what stands of queries changes, or is stored at last.
  useEffect(() => {
    present.current = choices;
    for (const code of Object.keys(wanted.current)) {
      if (!isQuery(choices, code)) atServer.current = { ...atServer.current, [code]: [] };
      else if (typeof states[code] !== "object" && changeOf(wanted.current, atServer.current, code)) void bring(code);
    }
  }, [choices, states]);

  // The form by which the report is returned may stand already, behind its dialog.
  const tick = (code: string, person: NamedPerson, isNamed: boolean) => {
    const box = document.getElementsByName(tellOfQueryField(code, person.id))[0];
    if (!(box instanceof HTMLInputElement) || person.reviews) return;
    // The browser keeps what differs from who is named: that is so from now on, and isn't drawn yet.
    box.dataset.stored = `${isNamed}`;
    if (box.checked !== isNamed) box.click();
  };

  const change = (isNamed: boolean) => (code: string, person: NamedPerson) => {
    note(code, null);
    doneAt.current.set(code, performance.now());
    put(code, changed(wanted.current[code], person, isNamed));
    tick(code, person, isNamed);
    void bring(code);
  };
  const nameAgain = (code: string) => {
    note(code, null);
    void bring(code);
  };
  const hearNames: NamesHearing["hearNames"] = (namedAt, askedAt, others = []) => {
    let isWhole = true;
    for (const code of Object.keys(present.current)) {
      const [isOther, wasQuery] = [others.includes(code), isQuery(present.current, code)];
      const [here, before] = [wanted.current[code] ?? [], atServer.current[code] ?? []];
      const now = isOther || wasQuery ? namedAt(code, before) : null;
      if (now === null) continue;
      if (running.current.has(code) || (doneAt.current.get(code) ?? -1) >= askedAt) {
        isWhole = false;
        continue;
      }
      // Names that were given here to a query that is none any more aren't given to the one that another reviewer asks.
      const next = isOther && !wasQuery ? now : namesHeard(here, before, now);
      const waited = changeOf(wanted.current, atServer.current, code) !== null;
      atServer.current = { ...atServer.current, [code]: now };
      put(code, next);
      // Of what nobody answered it may have arrived.
      if (waited && changeOf(wanted.current, atServer.current, code) === null) note(code, null);
      for (const person of [...here, ...next])
        if (has(here, person) !== has(next, person)) tick(code, person, has(next, person));
    }
    return isWhole;
  };
  const namedSeen = (code: string) => {
    const here = wanted.current[code] ?? [];
    return [...here, ...(atServer.current[code] ?? []).filter((person) => !has(here, person))];
  };
  return { named, unnamed, name: change(true), unname: change(false), nameAgain, namedSeen, hearNames };
}

const isQuery = (choices: Choices, code: string) => stored(choices[code]!).answer === "query";

/** With the person at the end, or without. */
function changed(people: readonly NamedPerson[] = [], person: NamedPerson, isNamed: boolean): readonly NamedPerson[] {
  const others = people.filter(({ id }) => id !== person.id);
  return isNamed ? [...others, person] : others;
}

/** The next change that the server doesn't have. */
function changeOf(wanted: Named, atServer: Named, code: string): { person: NamedPerson; isNamed: boolean } | null {
  const [here, there] = [wanted[code] ?? [], atServer[code] ?? []];
  const added = here.find((person) => !has(there, person));
  const removed = there.find((person) => !has(here, person));
  if (added) return { person: added, isNamed: true };
  return removed ? { person: removed, isNamed: false } : null;
}

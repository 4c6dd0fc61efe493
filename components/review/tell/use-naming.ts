import { useEffect, useRef, useState } from "react";
import { type Choices, stored } from "@/components/review/answers/choice";
import type { Reviewer } from "@/components/review/answers/kept-choice";
import type { SavedAnswers } from "@/components/review/answers/saved-answers";
import { sendAct, type Unsaved } from "@/components/review/answers/send-answer";
import { tellOfQueryField } from "@/lib/schemas/reports/entry-fields";
import type { NamedPerson } from "@/lib/views/report-view";

/** Whom queries name, by the codes of the indicators. */
export type Named = Readonly<Record<string, readonly NamedPerson[]>>;

export interface Naming {
  named: Named;
  /** Why the last change of whom a query names came to nothing. */
  unnamed: Readonly<Record<string, Unsaved>>;
  name: (code: string, person: NamedPerson) => void;
  unname: (code: string, person: NamedPerson) => void;
  /** Tries again what the server gave no answer to. */
  nameAgain: (code: string) => void;
}

/**
 * Whom queries name. A name is stored once the query's words are, for without them it is none; and again where they come back
 * after the query was none for a while.
 */
export function useNaming({ choices, store }: SavedAnswers, reviewer: Reviewer, given: Named): Naming {
  const [named, setNamed] = useState(given);
  const [unnamed, setUnnamed] = useState<Record<string, Unsaved>>({});
  const wanted = useRef(given);
  const atServer = useRef(given);
  const present = useRef(choices);
  const running = useRef(new Set<string>());
  const put = (code: string, people: readonly NamedPerson[]) => {
    wanted.current = { ...wanted.current, [code]: people };
    setNamed(wanted.current);
  };
  const note = (code: string, problem: Unsaved | null) =>
    setUnnamed(({ [code]: _, ...others }) => (problem ? { ...others, [code]: problem } : others));

  const bring = async (code: string) => {
    if (running.current.has(code)) return;
    running.current.add(code);
    for (;;) {
      const isStored = await store(code);
      const next = isStored && isQuery(present.current, code) ? changeOf(wanted.current, atServer.current, code) : null;
      if (next === null) break;
      const { person, isNamed } = next;
      const answer = await sendAct<object>(reviewer, "named", { indicator: code, person: person.id, isNamed });
      if (!("problem" in answer)) {
        atServer.current = { ...atServer.current, [code]: changed(atServer.current[code], person, isNamed) };
        continue;
      }
      // What was refused isn't so; what nobody answered may be.
      if (answer.problem !== null) put(code, changed(wanted.current[code], person, !isNamed));
      note(code, answer);
      break;
    }
    running.current.delete(code);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what stands of queries changes, and only then.
  useEffect(() => {
    present.current = choices;
    for (const code of Object.keys(wanted.current)) {
      if (!isQuery(choices, code)) atServer.current = { ...atServer.current, [code]: [] };
      else if (changeOf(wanted.current, atServer.current, code)) void bring(code);
    }
  }, [choices]);

  const change = (isNamed: boolean) => (code: string, person: NamedPerson) => {
    note(code, null);
    put(code, changed(wanted.current[code], person, isNamed));
    // The form by which the report is returned may stand already, behind its dialog.
    const box = document.getElementsByName(tellOfQueryField(code, person.id))[0];
    if (box instanceof HTMLInputElement && !person.reviews && box.checked !== isNamed) box.click();
    void bring(code);
  };
  const nameAgain = (code: string) => {
    note(code, null);
    void bring(code);
  };
  return { named, unnamed, name: change(true), unname: change(false), nameAgain };
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
  const lacks = (people: readonly NamedPerson[]) => (person: NamedPerson) => !people.some(({ id }) => id === person.id);
  const [added, removed] = [here.find(lacks(there)), there.find(lacks(here))];
  if (added) return { person: added, isNamed: true };
  return removed ? { person: removed, isNamed: false } : null;
}

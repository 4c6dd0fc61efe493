import { useState } from "react";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { PersonToAsk, PersonWithNamed, ReportAddress } from "@/lib/views/report-view";
import { namedAmong } from "./names-heard";
import type { NamesHearing } from "./use-naming";

/** Whom queries of a report may be told to. */
export interface PeopleToAsk {
  /** Null as long as nobody has asked, or the server gave no answer. */
  people: readonly PersonToAsk[] | null;
  /** Reads them anew; what was known stays where no answer comes. */
  askPeople: () => Promise<void>;
}

/**
 * They are asked for when they are needed: most reviewers tell nobody by name, and they may change meanwhile.
 * @param hearNames hears whom the queries name by then
 */
export function usePeopleToAsk(
  { userId, address: { plan, unit, period } }: { userId: number; address: ReportAddress },
  hearNames: NamesHearing["hearNames"],
): PeopleToAsk {
  const [people, setPeople] = useState<readonly PersonToAsk[] | null>(null);
  const askPeople = async () => {
    const askedAt = performance.now();
    try {
      const response = await fetch(`/api/reports/${plan}/${unit}/${period}/people`, { headers: madeFor(userId) });
      if (!response.ok) return;
      const people = (await response.json()) as PersonWithNamed[];
      hearNames((code, before) => namedAmong(people, before, code), askedAt);
      setPeople(people);
    } catch {
      // Who is told is a choice: everything else goes on without it.
    }
  };
  return { people, askPeople };
}

import { forgetKeptPages } from "@/components/offline/kept-pages";
import { tellStored } from "@/components/offline/stored-here";
import { isAboutSession, type RefusalCode } from "@/lib/domain/refusal";
import { needsComment, type ValueWarning } from "@/lib/domain/values/value-warning";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { IsoMoment, LastChangeView } from "@/lib/views/report-view";
import type { CellEvent, PresentValue } from "./cell-state";
import { noteStoredCells } from "./stored-meanwhile";
import type { Owner, UnsentCell } from "./unsent-cells";
import { noteStored } from "./use-news";

/** The server may be busy or restarting: the same save may go through a moment later. */
const passing = new Set([408, 425, 429]);

interface Stored {
  revision: number;
  savedAt: IsoMoment | null;
  isAnswered: boolean;
  warnings: ValueWarning[];
}

interface Refused {
  refusal: { code: RefusalCode; args: Record<string, string | number> };
  problems: FieldProblem[];
  present?: PresentValue;
  changed?: LastChangeView | null;
}

/**
 * Sends one cell, and gives what became of it. Only a stored cell is acknowledged; whatever isn't an answer of the
 * product (a lost line, a proxy's error page) means that nobody knows, and it is sent again.
 */
export async function sendCell({ userId, plan, unit, period }: Owner, unsent: UnsentCell): Promise<CellEvent> {
  const { indicator, cell, expectedRevision, entered } = unsent;
  const body = JSON.stringify({ indicator, cell, expectedRevision, entered });
  try {
    const response = await fetch(`/api/reports/${plan}/${unit}/${period}/values`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(userId) },
      // The request outlives the page; browsers let at most 64 KB do so.
      keepalive: body.length < 20_000,
      body,
    });
    return eventOf(response.status, await response.json());
  } catch {
    return { type: "unreachable" };
  }
}

/** One of the answers of the route for many cells. */
type AnswerOfMany = ({ ok: true } & Stored) | ({ ok: false; status: number } & Refused);

/** Sends many cells in one request, which stores them together; and gives what became of each, in their order. */
export async function sendCells(
  { userId, plan, unit, period }: Owner,
  unsent: readonly UnsentCell[],
): Promise<CellEvent[]> {
  const cells = unsent.map(({ indicator, cell, expectedRevision, entered }) => ({
    indicator,
    cell,
    expectedRevision,
    entered,
  }));
  const toAll = (event: CellEvent) => unsent.map(() => event);
  try {
    const response = await fetch(`/api/reports/${plan}/${unit}/${period}/values/many`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(userId) },
      body: JSON.stringify({ cells }),
    });
    const answer = await response.json();
    if (response.status !== 200) return toAll(eventOf(response.status, answer));
    const { answers } = answer as { answers: AnswerOfMany[] };
    return answers.map((each) => eventOf(each.ok ? 200 : each.status, each));
  } catch {
    return toAll({ type: "unreachable" });
  }
}

/**
 * How any page sends cells of a report. What the server stored is noted: the next page may be older than that, one that the
 * browser kept as well.
 * @param heard what else there is to be done once a cell is answered
 */
export function sendersOf(owner: Owner, heard: (cell: UnsentCell, event: CellEvent) => void = () => {}) {
  const note = (cells: readonly UnsentCell[], events: CellEvent[]) => {
    void noteStoredCells(
      owner,
      cells.map((cell, at) => [cell, events[at]!] as const),
    );
    cells.forEach((cell, at) => {
      noteStored(owner, events[at]!);
      heard(cell, events[at]!);
    });
    return events;
  };
  return {
    send: async (cell: UnsentCell) => note([cell], [await sendCell(owner, cell)])[0]!,
    sendMany: async (cells: readonly UnsentCell[]) => note(cells, await sendCells(owner, cells)),
  };
}

/** What an answer of the route means for the cell. */
function eventOf(status: number, answer: unknown): CellEvent {
  if (status === 200) {
    const { revision, savedAt, isAnswered, warnings } = answer as Stored;
    const counted = { isAnswered, isWarned: warnings.some(needsComment) };
    tellStored();
    return { type: "acknowledged", revision, savedAt, counted };
  }
  if (status >= 500 || passing.has(status)) return { type: "unreachable" };
  const { refusal, problems, present, changed = null } = answer as Refused;
  if (present !== undefined) return { type: "overtaken", present, changed };
  if (problems.length > 0) return { type: "rejected", problems };
  // Whoever opened the report is signed in here no longer.
  if (isAboutSession(refusal.code)) void forgetKeptPages();
  return { type: "refused", problem: { key: refusal.code, args: refusal.args }, again: isAboutSession(refusal.code) };
}

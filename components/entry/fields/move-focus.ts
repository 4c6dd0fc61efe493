import type { Place } from "@/components/entry/state/entry-store";
import type { Move } from "./grid-press";

/** Marks the whole sheet, and a table of fields within it. Both are grids: arrows move from cell to cell. */
export const sheetGroup = { role: "grid", "data-sheet": "" };
export const fieldsGroup = { role: "grid", "data-fields": "" };
/** Whether a field is of the sheet itself, and not of a table of parts within it. */
export const isOfSheet = (field: HTMLElement): boolean => field.closest("[data-fields]") === null;
/** A field's place among those of its group. */
export const fieldAt = (row: string, column: number) => ({ "data-row": row, "data-column": String(column) });

/** Begins a change within a field's text, behind its last letter. */
export function editAtEnd(field: HTMLInputElement | HTMLTextAreaElement): void {
  field.dataset.editing = "within";
  field.setSelectionRange(field.value.length, field.value.length);
}

interface FieldsRow {
  /** The sheet, or a table of parts. */
  group: Element;
  fields: HTMLElement[];
}

const columnOf = (field: HTMLElement) => Number(field.dataset.column);
const isAnswer = (field: HTMLElement) => field instanceof HTMLInputElement && field.type === "radio";
/** The column in which a hand goes up or down; the two answers of yes or no are one cell. */
export const columnFrom = (field: HTMLElement) => (isAnswer(field) ? 0 : columnOf(field));

const isSeen = (field: HTMLElement) => !field.matches(":disabled") && field.checkVisibility();
const groupOf = (field: HTMLElement) => field.closest("[data-fields]") ?? field.closest("[data-sheet]");
const areOfOneRow = (one: HTMLElement, other: HTMLElement) =>
  one.dataset.row === other.dataset.row && groupOf(one) === groupOf(other);

/** The fields from one on, through the next row. */
function* fieldsBeside(fields: readonly HTMLElement[], at: number, step: 1 | -1): Generator<HTMLElement> {
  let last = fields[at];
  let rows = 0;
  for (let next = at + step; last && fields[next]; next += step) {
    const field = fields[next]!;
    if (!isSeen(field)) continue;
    if (!areOfOneRow(field, last) && ++rows > 1) return;
    last = field;
    yield field;
  }
}

/** Moves that look at no more than the rows beside: a browser asks as much to say what is seen as to draw it. */
const nearMoves: ReadonlySet<Move> = new Set(["up", "down", "left", "right", "rowStart", "rowEnd"]);

/** The rows of fields of the sheet from top to bottom, those of open tables of parts among them, as far as a move needs. */
function rowsAround(from: HTMLElement, move: Move): FieldsRow[] {
  const all = [...(from.closest("[data-sheet]")?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const at = all.indexOf(from);
  const fields = nearMoves.has(move)
    ? [...[...fieldsBeside(all, at, -1)].reverse(), from, ...fieldsBeside(all, at, 1)]
    : all.filter(isSeen);
  const rows: FieldsRow[] = [];
  for (const field of fields) {
    const before = rows.at(-1)?.fields[0];
    if (before && areOfOneRow(before, field)) rows.at(-1)!.fields.push(field);
    else rows.push({ group: groupOf(field)!, fields: [field] });
  }
  return rows;
}

/** The field of a row that stands in a column; its last one where it has fewer, and of two answers the given one. */
function fieldIn({ fields }: FieldsRow, column: number): HTMLElement {
  const field = fields.findLast((each) => columnOf(each) <= column) ?? fields[0]!;
  if (!isAnswer(field)) return field;
  const answers = fields.filter(isAnswer);
  return answers.find((each) => each.matches(":checked")) ?? answers[0]!;
}

function isFilled(row: FieldsRow, column: number): boolean {
  const field = fieldIn(row, column);
  if (field instanceof HTMLInputElement && field.type === "radio") return field.checked;
  return "value" in field && field.value !== "";
}

/** As in a spreadsheet: to the last of a run of filled cells; from its end, or a blank one, to the next filled one. */
function edgeFrom(rows: readonly FieldsRow[], at: number, step: 1 | -1, column: number): number {
  const same = [...rows.keys()].filter((index) => rows[index]!.group === rows[at]!.group);
  const place = same.indexOf(at);
  const ahead = step > 0 ? same.slice(place + 1) : same.slice(0, place).reverse();
  const isRun = ahead[0] !== undefined && isFilled(rows[at]!, column) && isFilled(rows[ahead[0]]!, column);
  if (!isRun) return ahead.find((index) => isFilled(rows[index]!, column)) ?? ahead.at(-1) ?? at;
  const end = ahead.findIndex((index) => !isFilled(rows[index]!, column));
  return (end < 0 ? ahead.at(-1) : ahead[end - 1]) ?? at;
}

/** As many rows as fit between the bars, less one that stays in view. */
function pageFrom(rows: readonly FieldsRow[], at: number, step: 1 | -1): number {
  const topOf = (index: number) => rows[index]!.fields[0]!.getBoundingClientRect().top;
  const reach = Math.max(120, window.innerHeight - 220);
  const start = topOf(at);
  let to = at;
  for (let next = at + step; rows[next] && Math.abs(topOf(next) - start) <= reach; next += step) to = next;
  return to === at && rows[at + step] ? at + step : to;
}

function rowFor(rows: readonly FieldsRow[], at: number, move: Move, column: number): number {
  const { group } = rows[at]!;
  switch (move) {
    case "up":
      return at - 1;
    case "down":
      return at + 1;
    case "pageUp":
      return pageFrom(rows, at, -1);
    case "pageDown":
      return pageFrom(rows, at, 1);
    case "edgeUp":
      return edgeFrom(rows, at, -1, column);
    case "edgeDown":
      return edgeFrom(rows, at, 1, column);
    case "first":
      return rows.findIndex((row) => row.group === group);
    case "last":
      return rows.findLastIndex((row) => row.group === group);
    default:
      return at;
  }
}

/** The field that a move leads to; null where there is none. `column`: another than the field's own. */
function fieldFor(from: HTMLElement, move: Move, column = columnFrom(from)): HTMLElement | null {
  const rows = rowsAround(from, move);
  const at = rows.findIndex(({ fields }) => fields.includes(from));
  const here = rows[at];
  if (!here) return null;
  if (move === "left") return here.fields[here.fields.indexOf(from) - 1] ?? null;
  if (move === "right") return here.fields[here.fields.indexOf(from) + 1] ?? null;
  const row = rows[rowFor(rows, at, move, column)];
  if (!row) return null;
  if (move === "rowStart" || move === "first") return fieldIn(row, 0);
  if (move === "rowEnd" || move === "last") return fieldIn(row, Number.MAX_SAFE_INTEGER);
  // Columns of a table of parts are none of the sheet's.
  return fieldIn(row, row.group === here.group ? column : 0);
}

/** Moves from a field to another one; false where there is none. */
export function moveFocus(from: HTMLElement, move: Move, column?: number): boolean {
  const target = fieldFor(from, move, column);
  if (!target || target === from) return false;
  target.focus();
  return true;
}

/** The cell's first field on the page; of two answers the given one. */
function fieldOf({ indicator, cell }: Place): HTMLElement | null {
  const start = JSON.stringify(`${indicator}|${cell}|`);
  return (
    document.querySelector<HTMLElement>(`input[name^=${start}]:checked`) ??
    document.querySelector<HTMLElement>(`[id^=${start}][data-row]`)
  );
}

/** Once what was asked is gone with its buttons, the hand goes back to the field that it was about, or to its row. */
export function focusFieldOf(place: Place): void {
  requestAnimationFrame(() => {
    const field = fieldOf(place) ?? document.getElementById(place.indicator)?.querySelector("a");
    field?.focus();
  });
}

/** Marks a group of fields between which arrows and Enter move, and each field's place in it. */
export const fieldsGroup = { "data-fields": "" };
export const fieldAt = (row: string, column: number) => ({ "data-row": row, "data-column": String(column) });

/**
 * Moves from a field to the one above or below it, or beside it; a row with fewer fields takes its last one.
 * False where there is none.
 */
export function moveFocus(from: HTMLElement, step: { rows?: number; columns?: number }): boolean {
  const group = from.closest<HTMLElement>("[data-fields]");
  if (!group) return false;
  const rows = new Map<string, HTMLElement[]>();
  for (const field of group.querySelectorAll<HTMLElement>("[data-row]")) {
    if (field.closest("[data-fields]") !== group || field.matches(":disabled")) continue;
    const row = field.dataset.row ?? "";
    rows.set(row, [...(rows.get(row) ?? []), field]);
  }
  const order = [...rows.keys()];
  const fields = rows.get(order[order.indexOf(from.dataset.row ?? "") + (step.rows ?? 0)] ?? "");
  const column = Number(from.dataset.column) + (step.columns ?? 0);
  const target = step.columns
    ? fields?.find((field) => Number(field.dataset.column) === column)
    : (fields?.findLast((field) => Number(field.dataset.column) <= column) ?? fields?.[0]);
  if (!target) return false;
  target.focus();
  if (target instanceof HTMLInputElement && target.type === "text") target.select();
  return true;
}

/** Enter and the arrows, as in a spreadsheet; a field that needs them for itself (a list, words) keeps the arrows. */
export function moveByKey(event: React.KeyboardEvent<HTMLElement>) {
  const field = event.target as HTMLElement;
  if (event.defaultPrevented || !field.dataset.row || event.altKey || event.metaKey || event.nativeEvent.isComposing)
    return;
  const isText = field instanceof HTMLInputElement && field.type === "text";
  const isWords = field instanceof HTMLTextAreaElement;
  if (event.key === "Enter" && (!isWords || event.ctrlKey)) {
    event.preventDefault();
    if (!moveFocus(field, { rows: event.shiftKey ? -1 : 1 })) leaveInPlace(field);
  } else if (isText && !event.shiftKey && !event.ctrlKey) {
    const step = stepOf(event.key, field);
    if (step && moveFocus(field, step)) event.preventDefault();
  }
}

function stepOf(key: string, { selectionStart, selectionEnd, value }: HTMLInputElement) {
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  const caret = selectionStart === selectionEnd ? selectionStart : null;
  if (key === "ArrowDown") return { rows: 1 };
  if (key === "ArrowUp") return { rows: -1 };
  if (key === "ArrowLeft" && (isAll || caret === 0)) return { columns: -1 };
  if (key === "ArrowRight" && (isAll || caret === value.length)) return { columns: 1 };
  return null;
}

/** There is no field below: what was typed is settled, and the hand stays. */
function leaveInPlace(field: HTMLElement) {
  field.blur();
  field.focus();
}

import { blankEntered, withReason } from "@/components/entry/state/entered";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { NotPasted } from "@/lib/schemas/values/tab-memory";
import { isWordy, type PasteHeads, type PasteRole, readHeads, saysOfColumns } from "./paste-heads";
import {
  codeIn,
  fill,
  isBlankLine,
  isValue,
  joined,
  type PastePlan,
  type PasteRow,
  reasonIn,
  spaceFor,
} from "./paste-row";

interface Candidate {
  row: PasteRow;
  line: number;
  texts: readonly string[];
  /** The heads above it; null where no line above says what the columns are. */
  heads: PasteHeads | null;
}

/** What goes where by the codes in the first column and, where lines above them say so, by the heads of the others. */
export function planByCode(
  lines: readonly string[][],
  rows: ReadonlyMap<string, PasteRow>,
  period: string,
  words: HeadWords,
): PastePlan {
  const plan: PastePlan = { way: "code", filled: [], not: [], gap: null, year: null, passed: [] };
  const coded = lines.map(([word]) => rows.get(codeIn(word ?? "", rows) ?? ""));
  const width = Math.max(...lines.map(({ length }) => length));
  const bare: Candidate[] = [];
  const found: Candidate[] = [];
  const passed = new Set<string>();
  let heads: ReturnType<typeof readHeads> = null;
  let above: number[] = [];
  const outside = (index: number) => {
    const columns = lines[index]!;
    if (isBlankLine(columns)) return;
    const because = columns[0] === "" ? "noCode" : "noSuchCode";
    plan.not.push({ line: index + 1, text: joined(columns), code: null, because });
  };
  lines.forEach((columns, index) => {
    const row = coded[index];
    if (!row) {
      above.push(index);
      return;
    }
    if (above.length > 0) {
      // A second table below may have other columns; a title between two rows says nothing of them.
      const own = above.map((at) => lines[at]!);
      const isFirst = above[0] === 0;
      const isNew = isFirst || saysOfColumns(own, words, period);
      if (isNew) heads = readHeads(own, words, period, width);
      for (const at of above) if (!isNew || !isWordy(lines[at]!)) outside(at);
      if (heads === "unnamed") {
        const said = above.findLast((at) => !isBlankLine(lines[at]!) && isWordy(lines[at]!));
        if (isNew && said !== undefined)
          plan.not.push({ line: said + 1, text: joined(lines[said]!), code: null, because: heads });
      }
      above = [];
    }
    if (heads === "unnamed") return;
    const candidate = { row, line: index + 1, texts: columns, heads };
    (heads ? found : bare).push(candidate);
    for (let column = 1; heads && column < columns.length; column++)
      if (!heads.taken.has(column) && isValue(row, columns[column]!)) passed.add(heads.nameOf(column));
  });
  for (const at of above) outside(at);
  const first = firstValueColumn(lines, rows);
  const alone = bare.map(({ texts, ...each }) => ({ ...each, texts: texts.slice(first) }));
  // Of several columns one would have to be guessed: an earlier year's is as likely as this one's, in every line.
  const spaces = Math.max(0, ...alone.map(({ row, texts }) => spaceFor(row, texts)));
  const isGuess = alone.some(({ row, texts }) => texts.slice(spaceFor(row, texts)).some((text) => isValue(row, text)));
  const isBlankBehind =
    width - first > spaces && alone.every(({ texts }) => texts.length > spaces && isBlankLine(texts.slice(spaces)));
  const all = [...found, ...alone].filter(({ heads, texts }) => !isBlankLine(heads ? heads.of(texts) : texts));
  for (const { row, line, texts, heads } of all.sort((one, other) => one.line - other.line)) {
    const leave = (because: NotPasted["because"]) =>
      plan.not.push({ line, text: joined(heads ? heads.of(texts) : texts), code: row.code, because });
    const same = all.filter((each) => each.row === row);
    const isTwice = same.some((each) => joined(each.texts.slice(heads ? 1 : 0)) !== joined(texts.slice(heads ? 1 : 0)));
    if (isTwice) leave("twice");
    else if (same[0]!.line !== line) continue;
    else if (!heads && (isGuess || isBlankBehind)) leave("several");
    else if (heads) fillByHeads(plan, row, texts, heads, line);
    else fill(plan, anew(row, texts), texts, 0, line);
  }
  return { ...plan, passed: [...passed] };
}

/** One number for a share is no numerator over the denominator that stands there: it asks for both. */
const anew = (row: PasteRow, [, second = ""]: readonly string[]): PasteRow =>
  second === "" ? { ...row, entered: blankEntered(row.rules.type) } : row;

function fillByHeads(plan: PastePlan, row: PasteRow, columns: readonly string[], heads: PasteHeads, line: number) {
  const { code, rules, isHere, closed, words } = row;
  const at = (role: PasteRole) => heads.in(role, columns);
  const leave = (texts: readonly string[], because: NotPasted["because"]) =>
    plan.not.push({ line, text: joined(texts), code, because });
  const share = [...at("numerator"), ...at("denominator")];
  const isShare = rules.type === "percentage" && !isBlankLine(share);
  if (rules.type !== "percentage" && !isBlankLine(share)) leave(share, "noColumn");
  const both = [at("numerator")[0] ?? "", at("denominator")[0] ?? ""];
  const texts = isShare ? both : at("value");
  const reason = joined(at("reason"));
  if (reason === "" && !(rules.type === "narrative" && reasonIn(texts[0] ?? "", words))) {
    if (!isBlankLine(texts)) fill(plan, isShare ? row : anew(row, texts), texts, 0, line);
    return;
  }
  const missing = reasonIn(reason || texts[0]!, words);
  if (closed) leave([...texts, reason], closed);
  else if (!missing || (reason !== "" && !isBlankLine(texts))) leave([...texts, reason], "reason");
  else plan.filled.push({ code, entered: withReason(rules.type, missing), isHere });
}

/** Behind the code, and behind titles that may stand between: the first column in which one line can be read. */
function firstValueColumn(lines: readonly string[][], rows: ReadonlyMap<string, PasteRow>): number {
  const isFound = (columns: readonly string[], column: number) => {
    const code = codeIn(columns[0] ?? "", rows);
    const row = code === undefined ? undefined : rows.get(code);
    return row !== undefined && isValue(row, columns[column] ?? "");
  };
  const width = Math.max(...lines.map(({ length }) => length));
  for (let column = 1; column < width; column++) if (lines.some((columns) => isFound(columns, column))) return column;
  return 1;
}

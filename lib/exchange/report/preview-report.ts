import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Quantity, Value } from "@/lib/domain/values/value";
import type { CellProblem, FilePlace, ImportValue } from "@/lib/views/import-view";
import type { CompactPreview } from "../import/compact-preview";
import { FileRefusal } from "../import/file-refusal";
import { findingsAfter } from "../import/findings-after";
import { rowKey } from "./columns";
import { type EntryProblem, readEntry, type TargetByCode, unsafeProblem } from "./read-entry";
import type { CellHistory, ReportTarget } from "./report-target";
import type { ReportEntry, ReportUpload } from "./report-upload";

export interface NamedUpload {
  name: string;
  upload: ReportUpload;
}

/** Entries that a person could look through. Those that stand as the file was made have nothing to say, however many there are. */
const mostCells = 20_000;
/** Of problems and places that are named one by one. */
const mostShown = 500;
/** Of any text out of the file. */
const shownLength = 200;

const quantityText = (quantity: Quantity) => ("exact" in quantity ? quantity.exact : `<${quantity.below}`);

/** Equal values have equal texts, whatever order their properties came in. */
function textOf(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "number":
      return `number ${value.number}`;
    case "censored":
      return `number <${value.below}`;
    case "ratio":
      return `ratio ${quantityText(value.numerator)} ${quantityText(value.denominator)}`;
    case "yesNo":
      return `yesNo ${value.yes}`;
    case "step":
      return `step ${value.step}`;
    case "narrative":
      return `narrative ${value.text}`;
    case "missing":
      return `missing ${value.reason}`;
  }
}

const neverHeld: CellHistory = { value: undefined, revision: 0, revisions: new Map() };

/** What the files say of one cell. */
interface Wanted {
  indicator: string;
  cell: CellKey;
  present: CellHistory;
  /** Different values, each once. */
  values: Map<string, ImportValue & { places: FilePlace[] }>;
  /** Every one of them was entered by somebody who saw what is there now. */
  isOverPresent: boolean;
  /** Where its value was taken out, if it was. */
  cleared: FilePlace | null;
}

/**
 * Works out what a report's own files would do to it, and changes nothing. A cell is what its reader made of it: one that
 * stands as the file was made has nothing to say, whatever the report has by now; one that was changed over what is there
 * takes its value, and over anything else is a conflict; one whose value was taken out is never cleared unasked, and is a
 * conflict where another file, or row, has a value for it.
 * @throws FileRefusal otherReport, otherEdition, tooManyRows
 */
export function previewReport(files: readonly NamedUpload[], target: ReportTarget): CompactPreview {
  for (const { name, upload } of files) mustBeOf(upload, target, files.length > 1 ? name : null);
  const preview: CompactPreview = {
    rows: 0,
    counts: { imported: 0, same: 0, conflicts: 0, ignored: 0, unmatched: 0 },
    imported: [],
    same: [],
    conflicts: [],
    unmatched: [],
    ignored: [],
    cleared: [],
    problems: [],
    notYours: 0,
    overtaken: 0,
    formulas: [],
    touched: [],
    findings: [],
  };
  const wanted = new Map<string, Wanted>();
  const whole = { ...target, byCode: new Map(target.indicators.map((indicator) => [indicator.code, indicator])) };
  let said = 0;
  for (const { name, upload } of files) {
    const file = files.length > 1 ? name : null;
    for (const entry of upload.entries)
      if (read(entry, file, ++preview.rows, whole, wanted, preview) && ++said > mostCells)
        throw new FileRefusal("tooManyRows", { rows: mostCells });
    const left = mostShown - preview.touched.length;
    preview.touched.push(...upload.touched.slice(0, left).map((place) => ({ file, ...place })));
  }
  for (const want of wanted.values()) judge(want, preview);
  const { imported, same, conflicts, counts } = preview;
  preview.counts = {
    ...counts,
    imported: imported.length,
    same: counts.same + same.length,
    conflicts: conflicts.length,
  };
  const used = new Set(imported.map(({ indicator }) => indicator));
  preview.findings = findingsAfter(target, imported, [...used]);
  return preview;
}

/** @param file its name, where there are several */
function mustBeOf({ stamp }: ReportUpload, target: ReportTarget, file: string | null): void {
  const { plan, unit, period, edition } = target.stamp;
  const refuse = (refusal: FileRefusal): never => {
    refusal.file = file;
    throw refusal;
  };
  if (stamp.plan !== plan || stamp.unit !== unit || stamp.period !== period)
    refuse(
      new FileRefusal("otherReport", {
        plan: stamp.plan === plan ? "none" : stamp.plan,
        unit: target.units[stamp.unit] ?? stamp.unit,
        period: stamp.period,
      }),
    );
  if (stamp.edition !== edition) refuse(new FileRefusal("otherEdition", { edition: stamp.edition, present: edition }));
}

/** @returns whether it has anything to say */
function read(
  entry: ReportEntry,
  file: string | null,
  line: number,
  target: TargetByCode,
  wanted: Map<string, Wanted>,
  preview: CompactPreview,
): boolean {
  const { sheet } = entry;
  const refuse = (problem: EntryProblem): true => {
    preview.counts.unmatched++;
    if (preview.problems.length < mostShown) preview.problems.push(shown(entry, problem, file));
    return true;
  };
  if (entry.found !== undefined) return refuse(movedRow(entry, entry.found));
  const foreign = target.byCode.get(entry.indicator);
  if (foreign && !foreign.maySee) {
    // The whole report's workbook may come back through one of many hands: what isn't theirs is no mistake of theirs.
    if (isFilled(entry)) preview.notYours++;
    return false;
  }
  const result = readEntry(entry, target);
  if ("problem" in result) return refuse(result.problem);
  const { indicator, value } = result;
  const present = indicator.cells.get(entry.cell) ?? neverHeld;
  const base = present.revisions.get(entry.revision);
  const [text, before] = [textOf(value), textOf(base)];
  const isUntouched = text === before && (entry.revision === 0 || present.revisions.has(entry.revision));
  if (isUntouched) {
    if (text === textOf(present.value)) preview.counts.same += text === "" ? 0 : 1;
    else preview.overtaken++;
    return false;
  }
  const place = { file, sheet, at: entry.at };
  const problem: EntryProblem | null = indicator.mayImport
    ? value
      ? unsafeProblem(entry, value)
      : null
    : notAssigned(entry);
  if (problem) return refuse(problem);
  const key = rowKey(entry.indicator, entry.cell);
  const want: Wanted = wanted.get(key) ?? {
    indicator: entry.indicator,
    cell: entry.cell,
    present,
    values: new Map(),
    isOverPresent: true,
    cleared: null,
  };
  wanted.set(key, want);
  if (!value) {
    want.cleared ??= place;
    return true;
  }
  const left = mostShown - preview.formulas.length;
  preview.formulas.push(...result.formulas.slice(0, left).map((at) => ({ file, sheet, at })));
  const known = want.values.get(text);
  if (known) {
    known.lines.push(line);
    known.places.push(place);
  } else want.values.set(text, { value, lines: [line], moreLines: 0, places: [place] });
  if (entry.revision !== present.revision) want.isOverPresent = false;
  return true;
}

const isFilled = ({ fields }: ReportEntry) => Object.values(fields).some((field) => field && field.text.trim() !== "");

const movedRow = ({ at, fields }: ReportEntry, found: string): EntryProblem => ({
  at,
  text: Object.values(fields)[0]?.text ?? "",
  about: "entry",
  message: { key: "rowMoved", args: { found: found || "none" } },
});

const notAssigned = ({ at, indicator }: ReportEntry): EntryProblem => ({
  at,
  text: "",
  about: "entry",
  message: { key: "notAssigned", args: { indicator } },
});

function judge({ indicator, cell, present, values, isOverPresent, cleared }: Wanted, preview: CompactPreview): void {
  const place = { indicator, cell, revision: present.revision };
  const choices = [...values.values()];
  const [first] = choices;
  const isSame = choices.length === 1 && textOf(first?.value) === textOf(present.value);
  const clearing = present.value ? cleared : null;
  if (clearing && (!first || (isSame && !present.carried)))
    preview.cleared.push({ ...place, present: present.value!, place: clearing });
  else if (!first) return;
  else if (clearing || choices.length > 1 || !(isSame || isOverPresent))
    preview.conflicts.push({
      ...place,
      present: present.value ?? null,
      choices,
      ...(clearing && { cleared: clearing }),
    });
  else if (isSame) (present.carried ? preview.imported : preview.same).push({ ...place, ...first });
  else preview.imported.push({ ...place, ...first, ...(present.value && { present: present.value }) });
}

function shown({ indicator, cell, sheet }: ReportEntry, problem: EntryProblem, file: string | null): CellProblem {
  const { at, text, about, message } = problem;
  const short = (text: string) => (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);
  return {
    indicator: short(indicator),
    cell: short(cell),
    place: { file, sheet, at },
    text: short(text),
    about,
    message: {
      key: message.key,
      ...(message.args && {
        args: Object.fromEntries(
          Object.entries(message.args).map(([name, arg]) => [name, typeof arg === "string" ? short(arg) : arg]),
        ),
      }),
    },
  };
}

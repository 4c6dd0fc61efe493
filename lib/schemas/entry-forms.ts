import { z } from "zod";
import type { CellKey } from "@/lib/domain/disaggregation";
import { cellKey, indicatorCode } from "./cell-save";
import { addressFields, commentForm, evidenceForm, moveForm, narrativeForm, replyForm } from "./report-forms";

// What the forms of the entry room send besides what the commands take: where the page is, and the cells of an indicator.

const place = { ...addressFields, locale: z.string().regex(/^[a-z]{2}$/, "fieldInvalid") };

/** The name, and the id, of a cell's field in an indicator's form: `sex=female|number`. */
export const cellField = (cell: CellKey, field: string) => `${cell}|${field}`;

/** An indicator's plain form: hidden fields, and for each cell its fields by `cellField`. */
export const indicatorEntryForm = z
  .object({ ...place, indicator: indicatorCode, next: z.string().optional() })
  .catchall(z.string())
  .transform(({ plan, unit, period, locale, indicator, next, ...fields }, context) => {
    const cells = new Map<CellKey, Map<string, string>>();
    for (const [name, typed] of Object.entries(fields)) {
      const [cell = "", field = ""] = name.split("|");
      if (!cellKey.safeParse(cell).success) {
        context.addIssue({ code: "custom", message: "fieldInvalid", path: [name] });
        return z.NEVER;
      }
      cells.set(cell, (cells.get(cell) ?? new Map()).set(field, typed));
    }
    return { address: { plan, unit, period }, locale, indicator, next, cells };
  });

export const commentEntryForm = commentForm.extend(place);
export const evidenceEntryForm = evidenceForm.extend(place);
export const replyEntryForm = replyForm.extend(place);
export const narrativeEntryForm = narrativeForm.extend(place);
export const submitEntryForm = moveForm.extend(place);

import type { z } from "zod";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { text } from "@/lib/schemas/forms/form-fields";
import { cellKey } from "@/lib/schemas/values/cell-save";
import { methodField, type ShadowPart, shadowField, shadowParts } from "./shadow-fields";

/** A value of its own as it was typed, and how it came about: what it is, the indicator's definition says. */
export interface TypedShadow {
  typed: Record<ShadowPart, string>;
  /** Its parts by their cells, of those in which something was typed; absent where that is none. */
  parts?: ReadonlyMap<CellKey, TypedPart>;
  method: string;
}
export type TypedPart = Partial<Record<ShadowPart, string>>;

/** As long as that of the total. */
const typedPart = text(200);
const isPart = (field: string | undefined): field is ShadowPart => shadowParts.some((part) => part === field);

/** The value in the fields of a form; null where nothing was typed. */
export function shadowOf(form: Record<string, unknown>, context: z.RefinementCtx): TypedShadow | null {
  const typed = Object.fromEntries(shadowParts.map((part) => [part, form[shadowField(part)]])) as TypedShadow["typed"];
  const parts = partsOf(form, context);
  const method = form[methodField] as string;
  if (method === "" && parts.size === 0 && Object.values(typed).every((each) => each === "")) return null;
  return { typed, method, ...(parts.size > 0 && { parts }) };
}

function partsOf(form: Record<string, unknown>, context: z.RefinementCtx): Map<CellKey, TypedPart> {
  const parts = new Map<CellKey, TypedPart>();
  for (const [name, sent] of Object.entries(form)) {
    const [cell = "", part, more] = name.split("|");
    if (!isPart(part) || more !== undefined || cell === totalCell || sent === "") continue;
    const read = typedPart.safeParse(sent);
    if (!read.success || !cellKey.safeParse(cell).success)
      context.addIssue({ code: "custom", path: [name], message: "fieldInvalid" });
    else if (read.data !== "") parts.set(cell, { ...parts.get(cell), [part]: read.data });
  }
  return parts;
}

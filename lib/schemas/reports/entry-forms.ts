import { z } from "zod";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { mentionKinds } from "@/lib/domain/reports/mention";
import { longestNarrative } from "@/lib/schemas/forms/longest-texts";
import { answersOf, seenPreview } from "@/lib/schemas/imports/import-answers";
import { importRequest, importResolution } from "@/lib/schemas/imports/import-resolution";
import { cellKey, indicatorCode } from "@/lib/schemas/values/cell-save";
import { commonReason, personOfField } from "./entry-fields";
import { removedEvidenceForm } from "./evidence-forms";
import {
  addressFields,
  commentForm,
  counter,
  evidenceForm,
  reasonsForm,
  replyForm,
  shownNarrative,
  submitForm,
  transitionForm,
} from "./report-forms";

// What the forms of the entry form send besides what the commands take: where the page is, and the cells of an indicator.

const place = { ...addressFields, locale: z.string().regex(/^[a-z]{2}$/, "fieldInvalid") };

/** Where a person came from, and goes back to. */
export const fromCheck = z.literal("check");

/** An indicator's plain form: hidden fields, and for each cell its fields by `cellField`. */
export const indicatorEntryForm = z
  .object({ ...place, indicator: indicatorCode, next: z.string().optional(), from: fromCheck.optional() })
  .catchall(z.string())
  .transform(({ plan, unit, period, locale, indicator, next, from, ...fields }, context) => {
    const cells = new Map<CellKey, Map<string, string>>();
    for (const [name, typed] of Object.entries(fields)) {
      const [cell = "", field = ""] = name.split("|");
      if (!cellKey.safeParse(cell).success) {
        context.addIssue({ code: "custom", message: "fieldInvalid", path: [name] });
        return z.NEVER;
      }
      cells.set(cell, (cells.get(cell) ?? new Map()).set(field, typed));
    }
    return { address: { plan, unit, period }, locale, indicator, next, from, cells };
  });

/** With a box for each person who is told, by `tellField`. */
export const commentEntryForm = z.looseObject(place).transform((fields, context) => {
  const tell = Object.keys(fields).flatMap((name) => personOfField(name) ?? []);
  const read = commentForm.extend(place).safeParse({ ...fields, tell });
  if (read.success) return read.data;
  for (const issue of read.error.issues) context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
  return z.NEVER;
});
/** What somebody was told of an indicator, up to the last that they were shown, was seen by them. */
export const seenMentionForm = z.object({
  ...place,
  indicator: indicatorCode,
  kind: z.enum(mentionKinds, "fieldInvalid"),
  last: counter,
});
/** An indicator that a focal point enters from now on, and who entered it as they saw it: ids with spaces between them. */
export const takeOverForm = z.object({
  ...place,
  indicator: indicatorCode,
  assigned: z.string().regex(/^[\d ]{1,4000}$/, "fieldInvalid"),
});
export const evidenceEntryForm = evidenceForm.extend(place);
export const removedEvidenceEntryForm = removedEvidenceForm.extend(place);
export const replyEntryForm = replyForm.extend(place);

/** The whole report narrative in one form, so that saving one text never loses another that is being typed. */
export const narrativesEntryForm = z
  .object(place)
  .catchall(z.string())
  .transform(({ plan, unit, period, locale, ...fields }, context) => {
    const texts = Object.keys(fields).flatMap((name) => {
      const [, pillar, kind] = /^text\|([^|]+)\|([^|]+)$/.exec(name) ?? [];
      if (pillar === undefined || kind === undefined) return [];
      const of = (field: string) => fields[`${field}|${pillar}|${kind}`];
      const read = shownNarrative.safeParse({
        pillar,
        kind,
        text: of("text"),
        rowVersion: of("rowVersion"),
        ...(of("isPublic") !== undefined && { isPublic: of("isPublic") }),
      });
      if (read.success) return [{ ...read.data, was: of("was") ?? "" }];
      for (const { code, message } of read.error.issues)
        if (code === "too_big")
          context.addIssue({
            code,
            origin: "string",
            maximum: longestNarrative,
            inclusive: true,
            message,
            path: [name],
          });
        else context.addIssue({ code: "custom", message, path: [name] });
      return [];
    });
    return { address: { plan, unit, period }, locale, texts };
  });

/** JSON in a hidden field; what is none is undefined, which no schema takes. */
const json = z.string().transform((text): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
});

/** Answers to a preview: the file, what the preview showed, and a radio for each conflict by `conflictField`. */
export const importEntryForm = z
  .object({
    ...place,
    sha256: importRequest.shape.sha256,
    fileName: importRequest.shape.fileName,
    seen: json.pipe(seenPreview),
  })
  .catchall(z.string())
  .transform(({ plan, unit, period, locale, sha256, fileName, seen, ...fields }, context) => {
    const resolution = importResolution.safeParse(answersOf(seen, (name) => fields[name]));
    if (resolution.success)
      return { address: { plan, unit, period }, locale, seen, file: { sha256, fileName, resolution: resolution.data } };
    context.addIssue({ code: "custom", message: "fieldInvalid", path: ["seen"] });
    return z.NEVER;
  });

/** Reasons for blank indicators: each its own, or one for all that are chosen; an own one goes first. */
export const reasonsEntryForm = z
  .object(place)
  .catchall(z.string())
  .transform(({ plan, unit, period, locale, ...fields }, context) => {
    const common = fields[commonReason] ?? "";
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message, path: [commonReason] });
      return z.NEVER;
    };
    const chosen = Object.keys(fields).flatMap((name) => /^chosen\|(.+)$/.exec(name)?.[1] ?? []);
    const own = Object.keys(fields).flatMap((name) => {
      const indicator = /^reason\|(.+)$/.exec(name)?.[1];
      return indicator !== undefined && fields[name] !== "" ? [{ indicator, reason: fields[name]! }] : [];
    });
    const rest = chosen.filter((code) => !own.some(({ indicator }) => indicator === code));
    if (rest.length > 0 && common === "") return refuse("reasonForChosenMissing");
    if (rest.length === 0 && common !== "") return refuse("blanksUnchosen");
    const read = reasonsForm.safeParse({
      given: [...own, ...rest.map((indicator) => ({ indicator, reason: common }))],
    });
    return read.success
      ? { address: { plan, unit, period }, locale, ...read.data }
      : refuse(read.error.issues[0]?.message === "reasonsMissing" ? "reasonsMissing" : "fieldInvalid");
  });

export const submitEntryForm = submitForm.extend(place);
/** Which indicators get the values of the period before: one, or all that are unanswered. */
export const carryEntryForm = z.object({ ...place, wanted: z.union([z.literal("unanswered"), indicatorCode]) });

/** What was carried over and is confirmed: codes with spaces between them. */
export const confirmEntryForm = z.object({
  ...place,
  indicators: z
    .string()
    .transform((text) => text.split(" "))
    .pipe(z.array(indicatorCode).min(1, "fieldInvalid").max(500, "fieldInvalid")),
});

export const withdrawEntryForm = transitionForm.extend(place);

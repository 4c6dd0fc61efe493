import { z } from "zod";
import { longestMeetingCode, meetingCode } from "@/lib/domain/commitments/meeting";
import { visibilities } from "@/lib/domain/commitments/observation";
import {
  longestPoint,
  type PlatformPart,
  platformParts,
  pointReplyKinds,
} from "@/lib/domain/commitments/platform-report";
import { publicationLanguages } from "@/lib/domain/publication";
import { pageLocale, rowId, rowsTicked, text } from "@/lib/schemas/forms/form-fields";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { evidenceFields, judgeEvidence } from "./evidence-fields";
import { formerNodesField } from "./meeting-fields";
import { type AnswerPart, chosenPart, keepOrSend, readAnswerPart, takeDownFields, words } from "./observation-forms";
import {
  type ActivityPart,
  activityField,
  activityParts,
  activityRows,
  challengeRows,
  pointField,
  priorityRows,
} from "./platform-fields";

// What the pages of civil society platforms send. A message is a key of the namespace `errors`.

const day = z.string().trim().pipe(z.iso.date("platformDayInvalid"));
const platform = { locale: pageLocale, plan: addressFields.plan, unit: addressFields.unit };

export const addMemberForm = z.object({
  ...platform,
  organisation: z
    .string("choiceMissing")
    .regex(/^[1-9]\d{0,8}$/, "choiceMissing")
    .transform(Number),
  since: day,
});
export const endMembershipForm = z.object({ ...platform, member: rowId, until: day });

/** A platform, as an address names it. */
export type PlatformAddress = Pick<z.output<typeof addMemberForm>, "plan" | "unit">;

const year = z
  .string("choiceMissing")
  .regex(/^20\d\d$/, "choiceMissing")
  .transform(Number);
export const beginPlatformReportForm = z.object({ ...platform, year });

/** The year of a report in an address. */
export const reportYear = year;

/** A report, as a person saw it. */
const seen = { ...platform, year, rowVersion: rowId };
export const platformReportStepForm = z.object(seen);
export type PlatformReportSeen = Omit<z.output<typeof platformReportStepForm>, "locale">;

/** In which language its files are to be made. */
export const reportFilesForm = z.object({ ...platform, year, language: z.enum(publicationLanguages, "choiceMissing") });

/** Where it was presented: the code of a meeting. */
export const presentPlatformReportForm = platformReportStepForm.extend({
  meeting: z.string("choiceMissing").max(longestMeetingCode, "choiceMissing").regex(meetingCode, "choiceMissing"),
});

const partField = new RegExp(`^(?:(${platformParts.join("|")})-([1-9]\\d?)|point-([1-9]\\d{0,8})-(.+))$`);
/** What of a report is taken down: a part of it, or an answer to one of its points alone. */
export type ReportPart = { part: PlatformPart; position: number } | { point: number; answer: AnswerPart };
function readReportPart(chosen: string): ReportPart | null {
  const [, part, position, point, of] = partField.exec(chosen) ?? [];
  if (part) return { part: part as PlatformPart, position: Number(position) };
  const answer = of === undefined ? null : readAnswerPart(of);
  return answer && { point: Number(point), answer };
}
/** Which of it is taken down, `challenge-1` or `point-12-reply-1-THA`, and the rule that its words break. */
export const takeDownPartForm = platformReportStepForm.extend({ part: chosenPart(readReportPart), ...takeDownFields });

/** A unit's answer to a point of a report, `of` the unit: `id` is the row of the point's text, `rowVersion` that of the answer. */
export const answeredPoint = { ...platform, year, id: rowId, of: addressFields.unit, rowVersion: rowId };
type AnsweredPoint = z.output<z.ZodObject<typeof answeredPoint>>;

/** Where the report stands, and the answer as a person saw it. */
export const pointSeen = ({ plan, unit, year, id, of, rowVersion }: Omit<AnsweredPoint, "locale">) => ({
  address: { plan, unit, year, of, point: id },
  seen: { plan, id, rowVersion, unit: of, kind: "platformPoint" as const },
});

/** What a unit says to a point. */
export const pointReplyForm = z
  .object({
    ...answeredPoint,
    kind: z.enum(pointReplyKinds, "answerMissing"),
    body: words(longestPoint),
    ...evidenceFields,
    next: keepOrSend,
  })
  .superRefine((reply, context) => void judgeEvidence(reply, context));

const line = (limit: number) => safeText(limit).transform((typed) => typed.replace(/\s+/g, " "));
const count = z
  .string()
  .trim()
  .regex(/^\d{0,7}$/, "platformCountInvalid")
  .default("");
const partSchemas = {
  organisation: z.string().regex(/^([1-9]\d{0,8})?$/, "choiceMissing"),
  title: line(200),
  place: line(200),
  time: line(100),
  nodes: text(200),
  officials: count,
  community: count,
  reach: safeText(500),
} as const satisfies Record<ActivityPart, z.ZodType>;

const fieldsOf = <F extends string, S extends z.ZodType>(entries: readonly (readonly [F, S])[]) =>
  Object.fromEntries(entries) as Record<F, S>;
const activityFields = fieldsOf(
  activityRows.flatMap((row) =>
    activityParts.map((part) => [activityField(part, row), partSchemas[part].default("")] as const),
  ),
);
const formerField = (row: number) => formerNodesField(activityField("nodes", row));
const formerFields = fieldsOf(activityRows.map((row) => [formerField(row), rowsTicked] as const));
const pointFields = fieldsOf([
  ...challengeRows.map((row) => [pointField("challenge", row), safeText(longestPoint).default("")] as const),
  ...priorityRows.map((row) => [pointField("priority", row), safeText(longestPoint).default("")] as const),
]);

/** An activity, as it is stored. */
export interface PlatformActivityEntry {
  /** The row of the form, for what is wrong with it. */
  row: number;
  organisationId: number;
  title: string;
  place: string;
  time: string;
  /** Codes of the framework's nodes. */
  nodes: string[];
  /** Rows of nodes that the framework doesn't have any more: it serves them until somebody takes them out. */
  formerNodes?: number[];
  officials: number | null;
  community: number | null;
  reach: string;
}

/** What a report says, as it is stored: in the place of what it said before. */
export interface PlatformReportWords {
  language: (typeof publicationLanguages)[number];
  visibility: (typeof visibilities)[number];
  activities: PlatformActivityEntry[];
  challenges: string[];
  priorities: string[];
}

/** Codes of goals, outcomes and outputs, with anything between them. */
const codesIn = (typed: string) => [...new Set(typed.toUpperCase().match(/[A-Z0-9.]+/g) ?? [])];

function activityOf(
  row: number,
  of: (part: ActivityPart) => string,
  formerNodes: number[],
  context: z.RefinementCtx,
): PlatformActivityEntry[] {
  // An organisation alone is what the form offers.
  if (activityParts.every((part) => part === "organisation" || of(part) === "")) return [];
  const fault = (part: ActivityPart, message: string) =>
    context.addIssue({ code: "custom", path: [activityField(part, row)], message });
  if (of("title") === "") fault("title", "platformActivityTitleMissing");
  if (of("organisation") === "") fault("organisation", "choiceMissing");
  const counted = (part: "officials" | "community") => (of(part) === "" ? null : Number(of(part)));
  return [
    {
      row,
      organisationId: Number(of("organisation")),
      title: of("title"),
      place: of("place"),
      time: of("time"),
      nodes: codesIn(of("nodes")),
      officials: counted("officials"),
      community: counted("community"),
      reach: of("reach"),
      formerNodes,
    },
  ];
}

/** What may say of whom it speaks, by the field in which it was typed. A count stands beside its place. */
const saidIn = (typed: Record<string, string>): (readonly [field: string, words: string])[] => [
  ...[
    ...challengeRows.map((row) => pointField("challenge", row)),
    ...priorityRows.map((row) => pointField("priority", row)),
  ].map((field) => [field, typed[field] ?? ""] as const),
  ...activityRows.flatMap((row) =>
    (["title", "time", "reach"] as const).map((part) => {
      const field = activityField(part, row);
      return [field, inPlace(typed[field] ?? "", typed[activityField("place", row)] ?? "")] as const;
    }),
  ),
];

/** As a sentence would say it, so that the place is read as one. */
const inPlace = (words: string, place: string) => (words === "" || place === "" ? words : `${words} in ${place}`);

/** The whole report: rows without words are left out, and the others stand in their order. */
export const platformReportForm = z
  .object({
    ...seen,
    language: z.enum(publicationLanguages, "languageMissing"),
    visibility: z.enum(visibilities, "visibilityMissing"),
    ...activityFields,
    ...formerFields,
    ...pointFields,
  })
  .transform(({ locale, plan, unit, year, rowVersion, language, visibility, ...form }, context) => {
    const typed = form as Record<string, string>;
    const points = (kind: "challenge" | "priority", rows: readonly number[]) =>
      rows.flatMap((row) => typed[pointField(kind, row)] || []);
    const words: PlatformReportWords = {
      language,
      visibility,
      activities: activityRows.flatMap((row) =>
        activityOf(
          row,
          (part) => typed[activityField(part, row)] ?? "",
          (form as Record<string, unknown>)[formerField(row)] as number[],
          context,
        ),
      ),
      challenges: points("challenge", challengeRows),
      priorities: points("priority", priorityRows),
    };
    return { locale, seen: { plan, unit, year, rowVersion }, words, said: saidIn(typed) };
  });

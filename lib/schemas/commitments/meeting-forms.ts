import { z } from "zod";
import {
  longestMeetingCode,
  type MeetingKind,
  meetingCode,
  meetingKinds,
  meetingUnit,
  plainMeetingSteps,
} from "@/lib/domain/commitments/meeting";
import { type OrganisationKind, organisationKinds } from "@/lib/domain/permissions";
import { publicationLanguages } from "@/lib/domain/publication";
import { releaseCode } from "@/lib/schemas/addresses/release-path";
import { pageLocale, rowId, text } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields, evidenceForm } from "@/lib/schemas/reports/report-forms";
import { participantsField } from "./meeting-fields";
import { takeDownFields } from "./observation-forms";
import { sourceField, sourcePlaces } from "./source-fields";
import { youngProblems } from "./young-words";

// What the pages that keep meetings send. A message is a key of the namespace `errors`.

/** On one line, safe to be read by anybody. */
export const line = (limit: number) => safeText(limit).transform((typed) => typed.replace(/\s+/g, " "));
const orEmpty = <S extends z.ZodType<string, string>>(field: S) => z.literal("").or(field).default("");
const day = orEmpty(z.string().trim().pipe(z.iso.date("meetingDayInvalid")));
const count = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, "meetingCountInvalid")
  .default("")
  .transform(Number);

/** The same kind of field under several names. */
export const fieldsOf = <F extends string, S extends z.ZodType>(names: readonly F[], schemaOf: (name: F) => S) =>
  Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Record<F, S>;
const sourceNames = sourcePlaces.flatMap((place) => [sourceField("title", place), sourceField("url", place)]);
const participantNames = organisationKinds.map(participantsField);

const facts = {
  kind: z.enum(meetingKinds, "meetingKindMissing"),
  title: line(200).pipe(z.string().min(1, "meetingTitleMissing")),
  place: line(200).default(""),
  notes: safeText(longestRemark).default(""),
  titleTh: line(200).default(""),
  placeTh: line(200).default(""),
  notesTh: safeText(longestRemark).default(""),
  startsOn: day,
  endsOn: day,
  year: z
    .string()
    .trim()
    .regex(/^(20\d\d)?$/, "meetingYearInvalid")
    .default(""),
  isOnline: z.literal("on").optional(),
  host: orEmpty(addressFields.unit),
  unit: orEmpty(addressFields.unit),
  ...fieldsOf(participantNames, () => count),
  ...fieldsOf(sourceNames, (name) => (name.startsWith("title") ? safeText(200) : text(2_000)).default("")),
};

/** What there is to know of a meeting, as it is stored. */
export interface MeetingEntry {
  kind: MeetingKind;
  texts: { locale: "en" | "th"; title: string; place: string; notes: string }[];
  year: number;
  /** Both or none. */
  startsOn: string | null;
  endsOn: string | null;
  isOnline: boolean;
  /** Codes of units. */
  host: string | null;
  unit: string | null;
  participants: { kind: OrganisationKind; count: number }[];
  sources: { title: string; url: string }[];
}

type Facts = z.output<z.ZodObject<typeof facts>> & Record<string, unknown>;

/** Words of a forum of young people by the fields in which they were typed: of others nothing is asked. */
export const wordsOfForum = ({
  kind,
  texts,
  sources,
}: Pick<MeetingEntry, "kind" | "texts" | "sources">): [field: string, written: string][] =>
  kind !== "youthForum"
    ? []
    : [
        ...texts.flatMap(({ locale, title, place, notes }): [string, string][] => {
          const inField = (name: string) => (locale === "en" ? name : `${name}Th`);
          return [
            [inField("title"), title],
            [inField("place"), place],
            [inField("notes"), notes],
          ];
        }),
        ...sources.map(({ title }, index): [string, string] => [sourceField("title", index + 1), title]),
      ];

/** What may say of whom it speaks, by the field in which it was typed. */
const saidIn = (form: Record<string, unknown>): (readonly [field: string, words: string])[] =>
  [
    "title",
    "place",
    "notes",
    "titleTh",
    "placeTh",
    "notesTh",
    ...sourcePlaces.map((place) => sourceField("title", place)),
  ].map((field) => [field, String(form[field] ?? "")] as const);

function entryOf(form: Facts, context: z.RefinementCtx): MeetingEntry {
  const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const { kind, title, place, notes, titleTh, placeTh, notesTh, startsOn, host, unit } = form;
  const endsOn = form.endsOn || startsOn;
  if (startsOn === "" && endsOn !== "") fault("startsOn", "meetingDayMissing");
  if (startsOn !== "" && endsOn < startsOn) fault("endsOn", "meetingEndsBefore");
  if (startsOn === "" && endsOn === "" && form.year === "") fault("year", "meetingYearMissing");
  if (startsOn !== "" && !/^20/.test(startsOn)) fault("startsOn", "meetingDayInvalid");
  if (meetingUnit[kind] === "must" && unit === "") fault("unit", "meetingUnitMissing");
  if (meetingUnit[kind] === "never" && unit !== "") fault("unit", "meetingUnitOfAll");
  const typed = sourcePlaces.map((place) => ({ title: String(form[sourceField("title", place)]), url: "" }));
  const said = [
    { locale: "en" as const, title, place, notes },
    { locale: "th" as const, title: titleTh, place: placeTh, notes: notesTh },
  ];
  for (const { field, key, args } of youngProblems(wordsOfForum({ kind, texts: said, sources: typed })))
    context.addIssue({ code: "custom", path: [field], message: key, params: args });
  const hasThai = titleTh !== "" || placeTh !== "" || notesTh !== "";
  return {
    kind,
    isOnline: form.isOnline === "on",
    host: host || null,
    unit: unit || null,
    year: Number(startsOn === "" ? form.year : startsOn.slice(0, 4)),
    startsOn: startsOn || null,
    endsOn: endsOn || null,
    texts: [
      { locale: "en", title, place, notes },
      // A text has a title; what else a translation lacks is English.
      ...(hasThai ? [{ locale: "th" as const, title: titleTh || title, place: placeTh, notes: notesTh }] : []),
    ],
    participants: organisationKinds.flatMap((kind) => {
      const count = Number(form[participantsField(kind)]);
      return count > 0 ? [{ kind, count }] : [];
    }),
    sources: sourcePlaces.flatMap((place) => {
      const [titleField, urlField] = [sourceField("title", place), sourceField("url", place)];
      const source = { title: String(form[titleField]), url: String(form[urlField]) };
      if (source.title === "" && source.url === "") return [];
      if (source.title === "") fault(titleField, "titleMissing");
      // A source without an address is only named.
      const url = source.url === "" ? null : evidenceForm.shape.url.safeParse(source.url);
      if (url && !url.success) fault(urlField, url.error.issues[0]?.message ?? "urlInvalid");
      return [source];
    }),
  };
}

export const newMeetingForm = z
  .object({
    locale: pageLocale,
    plan: addressFields.plan,
    code: z
      .string()
      .transform((typed) => typed.trim().toUpperCase())
      .pipe(z.string().max(longestMeetingCode, "meetingCodeInvalid").regex(meetingCode, "meetingCodeInvalid")),
    ...facts,
  })
  .transform(({ locale, plan, code, ...form }, context) => ({
    locale,
    plan,
    code,
    entry: entryOf(form, context),
    said: saidIn(form),
  }));

/** A meeting, as a person saw it. */
export const seenMeeting = { locale: pageLocale, plan: addressFields.plan, id: rowId, rowVersion: rowId };
export type MeetingSeen = Pick<z.output<typeof deleteMeetingForm>, "plan" | "id" | "rowVersion">;

export const meetingForm = z
  .object({ ...seenMeeting, ...facts })
  .transform(({ locale, plan, id, rowVersion, ...form }, context) => ({
    locale,
    seen: { plan, id, rowVersion },
    entry: entryOf(form, context),
    said: saidIn(form),
  }));

/** Which country chairs the process in a year; `seen` has the chairs of all years, as the person saw them. */
export const chairForm = z
  .object({
    locale: pageLocale,
    plan: addressFields.plan,
    seen: text(2_000).default(""),
    chairYear: z
      .string()
      .trim()
      .regex(/^20\d\d$/, "meetingYearInvalid"),
    chair: orEmpty(addressFields.unit),
  })
  .transform(({ chairYear, chair, ...form }) => ({ ...form, year: Number(chairYear), unit: chair || null }));

export const deleteMeetingForm = z.object(seenMeeting);

const partOfMeeting =
  /^(decision|followUp|keyAction|title|place|theme|organisers|notes|agendaPoint|source)(?:-([1-9]\d{0,8}))?$/;
/** What is taken down of a meeting: by its number or position within the meeting, or by the row of what has neither. */
export interface MeetingPart {
  of:
    | "decision"
    | "followUp"
    | "keyAction"
    | "title"
    | "place"
    | "theme"
    | "organisers"
    | "notes"
    | "agendaPoint"
    | "source";
  /** 0 of the title, the place, the notes, and what a forum says of itself. */
  at: number;
}
export const takeDownMeetingPartForm = z.object({
  ...seenMeeting,
  part: z
    .string("partMissing")
    .regex(partOfMeeting, "partMissing")
    .transform((chosen): MeetingPart => {
      const [, of, at] = partOfMeeting.exec(chosen)!;
      return { of: of as MeetingPart["of"], at: Number(at ?? 0) };
    }),
  ...takeDownFields,
});
export const meetingStepForm = z.object({ ...seenMeeting, step: z.enum(plainMeetingSteps, "choiceMissing") });

/** With its papers, a meeting says which release it looks at; `none` where it looks at no results. */
export const papersForm = z.object({
  ...seenMeeting,
  release: z.literal("none").or(z.string("choiceMissing").regex(releaseCode, "choiceMissing")),
});

/** In which language the paper set is to be made. */
export const paperSetForm = z.object({
  locale: pageLocale,
  plan: addressFields.plan,
  id: rowId,
  language: z.enum(publicationLanguages, "choiceMissing"),
});

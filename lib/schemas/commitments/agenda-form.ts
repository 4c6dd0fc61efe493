import { z } from "zod";
import { mostAgendaPoints } from "@/lib/domain/commitments/meeting";
import { type OrganisationKind, organisationKinds } from "@/lib/domain/permissions";
import { rowId, rowsTicked, text } from "@/lib/schemas/forms/form-fields";
import { evidenceForm } from "@/lib/schemas/reports/report-forms";
import { agendaField, agendaRows, codesIn, documentField, documentPlaces, formerNodesField } from "./meeting-fields";
import { fieldsOf, line, seenMeeting } from "./meeting-forms";

// The agenda of a meeting as its page sends it. A message is a key of the namespace `errors`.

const agendaNames = agendaRows.flatMap((row) => [
  ...(["order", "title", "titleTh", "speaker", "nodes"] as const).map((part) => agendaField(part, row)),
]);
const documentNames = agendaRows.flatMap((row) =>
  documentPlaces.flatMap((place) => [documentField("docTitle", row, place), documentField("docUrl", row, place)]),
);
/** Documents of a point, as they are stored. */
export const storedDocuments = z.array(z.object({ title: z.string(), url: z.string() }));

/** A point of an agenda, as it is stored. */
export interface AgendaEntry {
  texts: { locale: "en" | "th"; title: string }[];
  /** Who speaks: a row of the directory, words, or both. */
  organisation: number | null;
  speaker: string;
  /** Kinds of organisations that may attend; none: all who come. */
  attends: OrganisationKind[];
  /** Codes of the framework's nodes. */
  nodes: string[];
  /** Rows of nodes that the framework doesn't have any more: it is about them until somebody takes them out. */
  formerNodes?: number[];
  /** Each with the field of its title. */
  documents: (z.output<typeof storedDocuments>[number] & { field: string })[];
  /** The field of the codes, for what is wrong with them. */
  field: string;
}

const organisationFields = agendaRows.map((row) => agendaField("organisation", row));
const formerFields = agendaRows.map((row) => formerNodesField(agendaField("nodes", row)));
const attendsFields = agendaRows.map((row) => agendaField("attends", row));
/** Boxes of which nobody ticked any, one, or several. */
const kinds = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])
  .pipe(z.array(z.enum(organisationKinds, "choiceMissing")));
const organisation = z
  .literal("")
  .transform(() => null)
  .or(rowId)
  .default(null);

/** Documents of a point: each has a title and an address that nobody on the way can change. */
function documentsOf(form: Record<string, unknown>, row: number, context: z.RefinementCtx): AgendaEntry["documents"] {
  const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  return documentPlaces.flatMap((place) => {
    const [titleField, urlField] = [documentField("docTitle", row, place), documentField("docUrl", row, place)];
    const document = { title: String(form[titleField] ?? ""), url: String(form[urlField] ?? "").trim() };
    if (document.title === "" && document.url === "") return [];
    if (document.title === "") fault(titleField, "titleMissing");
    const url = evidenceForm.shape.url.safeParse(document.url);
    if (!url.success) fault(urlField, url.error.issues[0]?.message ?? "urlInvalid");
    else if (!document.url.startsWith("https://")) fault(urlField, "meetingDocumentAddress");
    return [{ ...document, field: titleField }];
  });
}

/** What may say of whom it speaks, by the field in which it was typed. */
const saidIn = (form: Record<string, unknown>): (readonly [field: string, words: string])[] =>
  agendaRows
    .flatMap((row) => [
      ...(["title", "titleTh", "speaker"] as const).map((part) => agendaField(part, row)),
      ...documentPlaces.map((place) => documentField("docTitle", row, place)),
    ])
    .map((field) => [field, String(form[field] ?? "")] as const);

/** The whole agenda: rows without words are left out, and the others stand in the order of their numbers. */
export const agendaForm = z
  .object({
    ...seenMeeting,
    ...fieldsOf(agendaNames, (name) => (name.startsWith("nodes") ? text(200) : line(200)).default("")),
    ...fieldsOf(organisationFields, () => organisation),
    ...fieldsOf(attendsFields, () => kinds),
    ...fieldsOf(formerFields, () => rowsTicked),
    ...fieldsOf(documentNames, (name) => (name.startsWith("docUrl") ? text(2_000) : line(200)).default("")),
  })
  .transform(({ locale, plan, id, rowVersion, ...form }, context) => {
    const of = (part: Parameters<typeof agendaField>[0], row: number) =>
      String((form as Record<string, unknown>)[agendaField(part, row)] ?? "");
    const points = agendaRows.flatMap((row) => {
      const [title, titleTh, speaker, nodes] = [
        of("title", row),
        of("titleTh", row),
        of("speaker", row),
        of("nodes", row),
      ];
      const documents = documentsOf(form, row, context);
      const organisation = (form as Record<string, unknown>)[agendaField("organisation", row)] as number | null;
      const attends = (form as Record<string, unknown>)[agendaField("attends", row)] as OrganisationKind[];
      const isEmpty = title + titleTh + speaker + nodes === "" && organisation === null && attends.length === 0;
      if (isEmpty && documents.length === 0) return [];
      if (title === "")
        context.addIssue({ code: "custom", path: [agendaField("title", row)], message: "meetingPointTitleMissing" });
      const order = of("order", row);
      if (!/^\d{0,3}$/.test(order))
        context.addIssue({ code: "custom", path: [agendaField("order", row)], message: "meetingOrderInvalid" });
      const field = agendaField("nodes", row);
      const point: AgendaEntry = {
        texts: [{ locale: "en", title }, ...(titleTh === "" ? [] : [{ locale: "th" as const, title: titleTh }])],
        organisation,
        speaker,
        attends,
        nodes: codesIn(nodes),
        documents,
        field,
        formerNodes: (form as Record<string, unknown>)[formerNodesField(field)] as number[],
      };
      return [{ order: order === "" ? row : Number(order), point }];
    });
    const inOrder = points.toSorted((one, other) => one.order - other.order).map(({ point }) => point);
    return { locale, seen: { plan, id, rowVersion }, points: inOrder.slice(0, mostAgendaPoints), said: saidIn(form) };
  });

import "server-only";
import { storedDocuments } from "@/lib/schemas/commitments/agenda-form";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { NamedNode } from "@/lib/server/framework/framework-tree";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { AgendaPointView, Chair, MeetingHead, MeetingView } from "@/lib/views/commitments/meeting-view";

/** What a list shows of a meeting. */
export const meetingHeadSelect = (language: string) =>
  ({
    ...{ id: true, code: true, kind: true, state: true, year: true, startsOn: true, endsOn: true, isOnline: true },
    ...{ hostUnitId: true, unitId: true },
    texts: {
      where: textsFor(language),
      select: { locale: true, title: true, place: true, notes: true, redactedAt: true },
    },
  }) as const;
export type HeadRow = Prisma.MeetingGetPayload<{ select: ReturnType<typeof meetingHeadSelect> }>;

/** What its page shows besides. */
export const meetingSelect = (language: string) =>
  ({
    ...meetingHeadSelect(language),
    release: {
      select: { code: true, texts: { where: textsFor(language), select: { locale: true, title: true } } },
    },
    participants: { orderBy: { kind: "asc" }, select: { kind: true, count: true } },
    sources: { orderBy: { id: "asc" }, select: { id: true, title: true, url: true, redactedAt: true } },
  }) as const satisfies Prisma.MeetingSelect;
type Row = Prisma.MeetingGetPayload<{ select: ReturnType<typeof meetingSelect> }>;

export function meetingHead(row: HeadRow, language: string, { units }: Pick<PlanFramework, "units">): MeetingHead {
  const { id, code, kind, state, year, startsOn, endsOn, isOnline, hostUnitId, unitId, texts } = row;
  const text = inLocale(texts, language);
  return {
    ...{ id, code, kind, state, year, isOnline, title: text?.title ?? code, place: text?.place ?? "" },
    ...{ startsOn: startsOn && dayOf(startsOn), endsOn: endsOn && dayOf(endsOn) },
    host: (hostUnitId !== null && units.get(hostUnitId)) || null,
    unit: (unitId !== null && units.get(unitId)) || null,
  };
}

/** A point of an agenda, with all that is read of it. */
interface AgendaRow extends Pick<AgendaPointView, "position" | "speaker" | "attends" | "isTakenDown"> {
  /** The one of the directory that speaks, in the language. */
  organisation: string | null;
  documents: unknown;
  texts: { locale: string; title: string }[];
  nodeIds: number[];
}

/** The agenda of a meeting in its order, in one statement. */
export const agendaOf = (client: Pick<Transaction, "$queryRaw">, meetingId: number, language: string) =>
  client.$queryRaw<AgendaRow[]>`
    SELECT p.position, p.speaker, p.attends::text[] AS attends, p.documents,
      p.redacted_at IS NOT NULL AS "isTakenDown",
      (SELECT ${organisationNameIn(language)} FROM organisation o WHERE o.id = p.speaker_id) AS organisation,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('locale', t.locale, 'title', t.title)) FROM agenda_point_text t
        WHERE t.meeting_id = p.meeting_id AND t.position = p.position AND t.locale IN (${language}, 'en')), '[]') AS texts,
      ARRAY(SELECT n.node_id FROM agenda_point_node n
        WHERE n.meeting_id = p.meeting_id AND n.position = p.position) AS "nodeIds"
    FROM agenda_point p WHERE p.meeting_id = ${meetingId} ORDER BY p.position`;

/** A meeting in a language. What an edition of the framework no longer has is left out of its agenda. */
export function meetingView(
  row: Row,
  agenda: readonly AgendaRow[],
  language: string,
  framework: PlanFramework,
): MeetingView {
  const { texts, release, participants, sources } = row;
  const text = inLocale(texts, language);
  const notes = text?.notes ?? "";
  return {
    ...meetingHead(row, language, framework),
    ...{ notes, participants },
    // What was written anew in one language stands for another that has only the trace.
    areNotesTakenDown: notes === "" && (text?.redactedAt ?? null) !== null,
    sources: sources.map(({ redactedAt, ...source }) => ({ ...source, isTakenDown: redactedAt !== null })),
    release: release && { code: release.code, title: inLocale(release.texts, language)?.title ?? release.code },
    agenda: agenda.map(
      ({ position, organisation, speaker, attends, isTakenDown, nodeIds, documents, texts: words }) => ({
        ...{ position, attends, isTakenDown, title: inLocale(words, language)?.title ?? "" },
        speaker: [organisation, speaker].filter(Boolean).join(", "),
        documents: storedDocuments.parse(documents),
        nodes: namedInOrder(nodeIds, framework),
      }),
    ),
  };
}

/** Nodes of the framework in the order of their codes; those that the present one doesn't have are left out. */
export const namedInOrder = (nodeIds: readonly number[], { named }: Pick<PlanFramework, "named">): NamedNode[] =>
  nodeIds
    .flatMap((nodeId) => named.get(nodeId) ?? [])
    .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));

/** The countries that chair the process, by year. */
export async function chairsOf(
  client: Pick<Transaction, "yearChair">,
  planId: number,
  { units }: Pick<PlanFramework, "units">,
): Promise<Chair[]> {
  const rows = await client.yearChair.findMany({ where: { planId }, orderBy: { year: "desc" } });
  return rows.flatMap(({ year, unitId }) => {
    const unit = units.get(unitId);
    return unit ? [{ year, unit }] : [];
  });
}

/** In the order of time; of a year, those without days stand last. */
export function byDay(one: MeetingHead, other: MeetingHead): number {
  const at = ({ year, startsOn }: MeetingHead) => startsOn ?? `${year}-99`;
  return at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : one.code < other.code ? -1 : 1;
}

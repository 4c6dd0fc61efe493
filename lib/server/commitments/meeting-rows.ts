import "server-only";
import { storedDocuments } from "@/lib/schemas/commitments/agenda-form";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { Prisma } from "@/lib/server/db/generated/client";
import type { NamedNode } from "@/lib/server/framework/framework-tree";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { AgendaPointView, Chair, MeetingHead, MeetingView } from "@/lib/views/commitments/meeting-view";

/** What a list shows of a meeting. */
export const meetingHeadSelect = (language: string) =>
  ({
    id: true,
    code: true,
    kind: true,
    state: true,
    year: true,
    startsOn: true,
    endsOn: true,
    isOnline: true,
    hostUnitId: true,
    unitId: true,
    texts: {
      where: textsFor(language),
      select: { locale: true, title: true, place: true, notes: true, placeRedactedAt: true },
    },
  }) as const;
export type HeadRow = Prisma.MeetingGetPayload<{ select: ReturnType<typeof meetingHeadSelect> }>;

export function meetingHead(row: HeadRow, language: string, { units }: Pick<PlanFramework, "units">): MeetingHead {
  const { id, code, kind, state, year, startsOn, endsOn, isOnline, hostUnitId, unitId, texts } = row;
  const text = inLocale(texts, language);
  return {
    id,
    code,
    kind,
    state,
    year,
    isOnline,
    title: text?.title ?? code,
    place: text?.place ?? "",
    isPlaceTakenDown: text?.place === "" && text.placeRedactedAt !== null,
    startsOn: startsOn && dayOf(startsOn),
    endsOn: endsOn && dayOf(endsOn),
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

/** What is read of a meeting for its page. */
interface Row extends Omit<HeadRow, "texts">, Pick<MeetingView, "participants" | "sources"> {
  rowVersion: number;
  /** Which country chairs the process in its year. */
  chairUnitId: number | null;
  /** In every language, by locale. */
  texts: (HeadRow["texts"][number] & { isEmptied: boolean })[];
  release: { code: string; texts: { locale: string; title: string }[] } | null;
  /** What a forum of young people says of itself besides; null of one that says nothing, and of other meetings. */
  forum: { theme: string; organisers: string } | null;
  /** In its order. */
  agenda: AgendaRow[];
}

/**
 * A meeting of a plan with all that its page shows besides decisions, in one statement; null where there is none.
 * @param locale in which the agenda, the release and organisations are named
 */
export async function readMeeting(
  client: Pick<Transaction, "$queryRaw">,
  planId: number,
  asked: { id: number } | { code: string },
  locale: string,
): Promise<Row | null> {
  const isAsked = "id" in asked ? Prisma.sql`m.id = ${asked.id}` : Prisma.sql`m.code = ${asked.code}`;
  const [row] = await client.$queryRaw<Row[]>`
    SELECT m.id, m.code, m.kind::text AS kind, m.state::text AS state, m.year, m.starts_on AS "startsOn",
      m.ends_on AS "endsOn", m.is_online AS "isOnline", m.host_unit_id AS "hostUnitId", m.unit_id AS "unitId",
      m.row_version AS "rowVersion",
      (SELECT c.unit_id FROM year_chair c WHERE c.plan_id = m.plan_id AND c.year = m.year) AS "chairUnitId",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('locale', t.locale, 'title', t.title, 'place', t.place,
        'notes', t.notes, 'isEmptied', t.redacted_at IS NOT NULL, 'placeRedactedAt', t.place_redacted_at) ORDER BY t.locale)
        FROM meeting_text t WHERE t.meeting_id = m.id), '[]') AS texts,
      (SELECT jsonb_build_object('code', r.code, 'texts', COALESCE((
        SELECT jsonb_agg(jsonb_build_object('locale', t.locale, 'title', t.title))
        FROM release_text t WHERE t.release_id = r.id AND t.locale IN (${locale}, 'en')), '[]'))
        FROM release r WHERE r.id = m.release_id) AS release,
      (SELECT jsonb_build_object('theme', f.theme, 'organisers', f.organisers)
        FROM youth_forum f WHERE f.meeting_id = m.id) AS forum,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'count',
        CASE WHEN p.kind <> 'youth' OR p.count >= (SELECT small_count_threshold FROM plan WHERE id = m.plan_id)
          THEN p.count END) ORDER BY p.kind)
        FROM meeting_participants p WHERE p.meeting_id = m.id), '[]') AS participants,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'url', s.url,
        'isTakenDown', s.redacted_at IS NOT NULL) ORDER BY s.id)
        FROM meeting_source s WHERE s.meeting_id = m.id), '[]') AS sources,
      COALESCE((SELECT jsonb_agg(a ORDER BY a.position) FROM (
        SELECT p.position, p.speaker, p.attends::text[] AS attends, p.documents,
          p.redacted_at IS NOT NULL AS "isTakenDown",
          (SELECT ${organisationNameIn(locale)} FROM organisation o WHERE o.id = p.speaker_id) AS organisation,
          COALESCE((SELECT jsonb_agg(jsonb_build_object('locale', t.locale, 'title', t.title)) FROM agenda_point_text t
            WHERE t.meeting_id = p.meeting_id AND t.position = p.position AND t.locale IN (${locale}, 'en')), '[]')
            AS texts,
          ARRAY(SELECT n.node_id FROM agenda_point_node n
            WHERE n.meeting_id = p.meeting_id AND n.position = p.position) AS "nodeIds"
        FROM agenda_point p WHERE p.meeting_id = m.id) a), '[]') AS agenda
    FROM meeting m WHERE m.plan_id = ${planId} AND ${isAsked}`;
  return row ?? null;
}

/** A meeting in a language. What an edition of the framework no longer has is left out of its agenda. */
export function meetingView(row: Row, language: string, framework: PlanFramework): MeetingView {
  const { texts, release, participants, sources, agenda } = row;
  const text = inLocale(texts, language);
  const notes = text?.notes ?? "";
  return {
    ...meetingHead(row, language, framework),
    notes,
    participants,
    sources,
    // What was written anew in one language stands for another that has only the trace.
    areNotesTakenDown: notes === "" && text !== undefined && text.isEmptied,
    release: release && { code: release.code, title: inLocale(release.texts, language)?.title ?? release.code },
    agenda: agenda.map(
      ({ position, organisation, speaker, attends, isTakenDown, nodeIds, documents, texts: words }) => ({
        position,
        attends,
        isTakenDown,
        title: inLocale(words, language)?.title ?? "",
        speaker: [organisation, speaker].filter(Boolean).join(", "),
        documents: storedDocuments.parse(documents),
        nodes: namedInOrder(nodeIds, framework),
      }),
    ),
  };
}

/** The country that chairs the process in its year; null where that isn't known, and of a country's own meetings, which take no turns. */
export function chairOf({ year, unitId, chairUnitId }: Row, { units }: Pick<PlanFramework, "units">): Chair | null {
  const unit = unitId === null && chairUnitId !== null ? units.get(chairUnitId) : undefined;
  return unit ? { year, unit } : null;
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

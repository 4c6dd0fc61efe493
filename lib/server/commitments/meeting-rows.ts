import "server-only";
import { storedDocuments } from "@/lib/schemas/commitments/agenda-form";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { NamedNode } from "@/lib/server/framework/framework-tree";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { Chair, MeetingHead, MeetingView } from "@/lib/views/commitments/meeting-view";

/** What a list shows of a meeting. */
export const meetingHeadSelect = (language: string) =>
  ({
    ...{ id: true, code: true, kind: true, state: true, year: true, startsOn: true, endsOn: true, isOnline: true },
    ...{ hostUnitId: true, unitId: true },
    texts: { where: textsFor(language), select: { locale: true, title: true, place: true, notes: true } },
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
    sources: { orderBy: { id: "asc" }, select: { title: true, url: true } },
    agenda: {
      orderBy: { position: "asc" },
      select: {
        ...{ position: true, speaker: true, nodes: { select: { nodeId: true } }, documents: true },
        texts: { where: textsFor(language), select: { locale: true, title: true } },
      },
    },
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

/** A meeting in a language. What an edition of the framework no longer has is left out of its agenda. */
export function meetingView(row: Row, language: string, framework: PlanFramework): MeetingView {
  const { texts, release, participants, sources, agenda } = row;
  return {
    ...meetingHead(row, language, framework),
    ...{ notes: inLocale(texts, language)?.notes ?? "", participants, sources },
    release: release && { code: release.code, title: inLocale(release.texts, language)?.title ?? release.code },
    agenda: agenda.map(({ position, speaker, nodes, documents, texts: words }) => ({
      ...{
        position,
        speaker,
        documents: storedDocuments.parse(documents),
        title: inLocale(words, language)?.title ?? "",
      },
      nodes: namedInOrder(
        nodes.map(({ nodeId }) => nodeId),
        framework,
      ),
    })),
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

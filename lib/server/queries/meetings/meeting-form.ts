import "server-only";
import { meetingMay } from "@/lib/domain/commitments/meeting";
import type { Actor } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { storedDocuments } from "@/lib/schemas/commitments/agenda-form";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { formerNodes } from "@/lib/server/framework/former-nodes";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { listedOrganisations } from "@/lib/server/people/listed-organisations";
import type { AgendaFormView, MeetingFormView } from "@/lib/views/commitments/meeting-view";
import { planOfMeetings } from "./meetings-for-work";

/**
 * What the form to change a meeting begins with, or to add one where `id` is null; null where there is none, or it isn't the
 * actor's to write.
 */
export async function meetingForm(
  actor: Actor,
  planCode: string,
  id: number | null,
  locale: string,
): Promise<MeetingFormView | null> {
  const plan = await planOfMeetings(actor, planCode);
  if (!plan) return null;
  const { units } = await frameworkOf(plan, locale);
  const countries = [...units.values()].filter(({ level }) => level === "country");
  const words = { title: "", place: "", notes: "", titleTh: "", placeTh: "", notesTh: "" };
  if (id === null)
    return {
      present: null,
      kind: "",
      words,
      year: "",
      startsOn: "",
      endsOn: "",
      isOnline: false,
      host: "",
      unit: "",
      participants: {},
      sources: [],
      countries,
    };
  const row = await (await db()).meeting.findFirst({
    where: { id, planId: plan.id },
    select: {
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
      rowVersion: true,
      texts: { select: { locale: true, title: true, place: true, notes: true } },
      participants: { select: { kind: true, count: true } },
      sources: { where: { redactedAt: null }, orderBy: { id: "asc" }, select: { title: true, url: true } },
    },
  });
  if (!row || !meetingMay(actor, plan.id, row.state).includes("write")) return null;
  const [english, thai] = ["en", "th"].map((language) => row.texts.find(({ locale: own }) => own === language));
  const codeOf = (unitId: number | null) => (unitId === null ? "" : (units.get(unitId)?.code ?? ""));
  return {
    present: { id: row.id, rowVersion: row.rowVersion, code: row.code },
    kind: row.kind,
    isOnline: row.isOnline,
    host: codeOf(row.hostUnitId),
    unit: codeOf(row.unitId),
    words: {
      title: english?.title ?? "",
      place: english?.place ?? "",
      notes: english?.notes ?? "",
      // Where there was none, the English title stands for it.
      titleTh: thai && thai.title !== english?.title ? thai.title : "",
      placeTh: thai?.place ?? "",
      notesTh: thai?.notes ?? "",
    },
    year: row.startsOn === null ? String(row.year) : "",
    startsOn: row.startsOn ? dayOf(row.startsOn) : "",
    endsOn: row.endsOn ? dayOf(row.endsOn) : "",
    participants: Object.fromEntries(row.participants.map(({ kind, count }) => [kind, count])),
    sources: row.sources,
    countries,
  };
}

/** What the form of a meeting's agenda begins with; null where there is none, or it isn't the actor's to write. */
export async function agendaForm(
  actor: Actor,
  planCode: string,
  id: number,
  locale: string,
): Promise<AgendaFormView | null> {
  const plan = await planOfMeetings(actor, planCode);
  if (!plan) return null;
  const client = await db();
  const row = await client.meeting.findFirst({
    where: { id, planId: plan.id },
    select: {
      id: true,
      rowVersion: true,
      code: true,
      state: true,
      texts: { select: { locale: true, title: true } },
      agenda: {
        where: { redactedAt: null },
        orderBy: { position: "asc" },
        select: {
          speakerId: true,
          speaker: true,
          attends: true,
          documents: true,
          texts: { select: { locale: true, title: true } },
          nodes: { select: { nodeId: true } },
        },
      },
    },
  });
  if (!row || !meetingMay(actor, plan.id, row.state).includes("write")) return null;
  const framework = await frameworkOf(plan, locale);
  const language = spokenLocale(locale);
  const titleIn = (texts: readonly { locale: string; title: string }[], own: string) =>
    texts.find((text) => text.locale === own)?.title;
  return {
    id: row.id,
    rowVersion: row.rowVersion,
    code: row.code,
    title: titleIn(row.texts, locale) ?? titleIn(row.texts, "en") ?? row.code,
    directory: await listedOrganisations(
      client,
      language,
      row.agenda.flatMap(({ speakerId }) => speakerId ?? []),
    ),
    points: row.agenda.map(({ speakerId, speaker, attends, texts, nodes, documents }) => ({
      formerNodes: formerNodes(
        nodes.map(({ nodeId }) => nodeId),
        framework,
      ),
      organisation: speakerId,
      attends,
      documents: storedDocuments.parse(documents),
      title: titleIn(texts, "en") ?? "",
      titleTh: titleIn(texts, "th") ?? "",
      speaker,
      nodes: nodes.flatMap(({ nodeId }) => framework.named.get(nodeId)?.code ?? []).sort(),
    })),
  };
}

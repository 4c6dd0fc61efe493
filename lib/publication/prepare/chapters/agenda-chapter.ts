import type { Chapter, Fact, Text } from "@/lib/publication/document";
import type { Preparing } from "@/lib/publication/prepare/context";
import type { MeetingView } from "@/lib/views/commitments/meeting-view";
import type { PapersView } from "@/lib/views/commitments/papers-view";

/** When and where a meeting is, and what it talks about. */
export function agendaChapter(preparing: Preparing, { meeting }: PapersView): Chapter {
  const { t, text } = preparing.words;
  return {
    id: "agenda",
    title: t("publication.papers.agenda.title"),
    kicker: meeting.code,
    pillar: null,
    blocks: [
      { kind: "facts", rows: factsOf(preparing, meeting) },
      ...(meeting.areNotesTakenDown ? [{ kind: "paragraph" as const, text: t("publication.takenDown") }] : []),
      ...(meeting.notes === "" ? [] : [{ kind: "paragraph" as const, text: text(meeting.notes) }]),
      meeting.agenda.length === 0
        ? { kind: "paragraph", text: t("publication.papers.agenda.none") }
        : { kind: "list", ordered: true, items: meeting.agenda.map((point) => pointOf(preparing, point)) },
    ],
  };
}

function factsOf({ words: { t, text, formats }, views }: Preparing, meeting: MeetingView): Fact[] {
  const { title, isPlaceTakenDown, host, isOnline, startsOn, endsOn, year } = meeting;
  const country = views.regional.countries.find(({ code }) => code === host?.code)?.name;
  const place = isPlaceTakenDown ? t("publication.papers.agenda.placeTakenDown") : meeting.place;
  const where = [place, country, isOnline ? t("publication.papers.agenda.online") : undefined].filter(Boolean);
  return [
    { term: t("publication.papers.agenda.meeting"), text: text(title) },
    {
      term: t("publication.papers.agenda.when"),
      text: startsOn && endsOn ? formats.days(startsOn, endsOn) : formats.year(`${year}-07-01`),
    },
    ...(where.length === 0 ? [] : [{ term: t("publication.papers.agenda.where"), text: text(where.join(", ")) }]),
  ];
}

/** In the words of the framework as the results have it, which speak more languages than an agenda. */
function pointOf({ words: { t, text, formats } }: Preparing, point: MeetingView["agenda"][number]): Text {
  const { title, isTakenDown, speaker, attends, nodes, documents } = point;
  const who = formats.list(attends.map((kind) => t("publication.papers.agenda.attendKind", { kind })));
  const about = nodes.map((node) => node.code).join(", ");
  const more = [
    ...(speaker === "" ? [] : [t("publication.papers.agenda.speaks", { speaker })]),
    ...(attends.length === 0 ? [] : [t("publication.papers.agenda.openTo", { who })]),
    ...(about === "" ? [] : [t("publication.papers.agenda.about", { nodes: about })]),
    ...documents.map((document) => `${document.title} (${document.url})`),
  ];
  return text([isTakenDown ? t("publication.takenDown") : title, ...more].join(" · "));
}

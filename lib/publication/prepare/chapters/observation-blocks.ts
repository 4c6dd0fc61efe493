import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { Block } from "@/lib/publication/document";
import { anchor, spokenIn } from "@/lib/publication/prepare/context";
import type { EvidenceLink } from "@/lib/views/commitments/observation-view";
import type { PublicObservation, PublicRound } from "@/lib/views/commitments/public-observation";
import { type SubjectView, subjectText } from "@/lib/views/commitments/subject-view";

/**
 * An observation with its replies, as every publication has it. Who speaks stands there as the public is told it: the view
 * knows no more.
 * @param unit the name of the one it speaks of; `about` what in it, in words
 */
export function observationBlocks(
  words: PublicationWords,
  { number, said, period, corrected }: PublicObservation,
  { unit, about }: { unit: string; about: string },
): Block[] {
  const { t, formats } = words;
  if (said === null) return [];
  const facts = [
    t(`publication.papers.observations.kind.${said.kind}`),
    said.organisation
      ? t("publication.papers.observations.from", { organisation: said.organisation })
      : t("publication.papers.observations.notTold"),
  ];
  return [
    {
      kind: "heading",
      level: 2,
      id: anchor("observation", String(number)),
      text: t("publication.papers.observations.heading", { number: String(number), unit, period }),
    },
    { kind: "paragraph", text: words.text(about) },
    { kind: "paragraph", look: "small", text: facts.join(" · ") },
    ...said.rounds.flatMap((round): Block[] => [
      { kind: "paragraph", text: worded(words, round.body, said.language) },
      ...replyOf(words, round, unit),
    ]),
    ...(corrected === null
      ? []
      : [
          {
            kind: "note" as const,
            text: t("publication.papers.observations.valueCorrected", { day: formats.day(corrected.on) }),
          },
        ]),
  ];
}

/** What an observation is about, in a publication's words. */
export const aboutText = ({ t }: PublicationWords, subject: SubjectView): string =>
  subjectText(subject, t("publication.papers.observations.whole"), {
    part: (kind) => t(`country.narratives.${kind}`),
    former: (named) => t("country.formerSubject", { subject: named }),
  });

function replyOf({ t, text, formats }: PublicationWords, { reply, dueOn }: PublicRound, unit: string): Block[] {
  if (reply === null)
    return [{ kind: "note", text: t("publication.papers.observations.noReply", { day: formats.day(dueOn) }) }];
  const kind = t(`publication.papers.observations.replyKind.${reply.kind}`);
  return [
    {
      kind: "paragraph",
      look: "small",
      text: t("publication.papers.observations.reply", { unit, day: formats.day(reply.givenOn), kind }),
    },
    { kind: "paragraph", text: reply.body === "" ? t("publication.papers.observations.emptied") : text(reply.body) },
    ...evidenceBlocks({ text }, reply.evidence),
  ];
}

/** Where it can be read, with its address for whoever holds paper. */
export const evidenceBlocks = ({ text }: Pick<PublicationWords, "text">, evidence: EvidenceLink | null): Block[] =>
  evidence === null ? [] : [{ kind: "paragraph", look: "small", text: text(linked(evidence)) }];

export const linked = ({ title, url }: EvidenceLink): string => `${title} (${url})`;

/** What somebody wrote in a language that is known; that it was taken out, where it was. */
export const worded = (words: PublicationWords, body: string, language: string) =>
  body === "" ? words.t("publication.papers.observations.emptied") : spokenIn(words, body, language);

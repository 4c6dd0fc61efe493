import "server-only";
import { methodField } from "@/lib/schemas/commitments/shadow-fields";
import { sourceField } from "@/lib/schemas/commitments/source-fields";
import type { HeldObservation } from "@/lib/server/commitments/hold-observation";
import { standsSubmitted } from "@/lib/server/commitments/shadow/own-values";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

// The words of observations about decisions as they are stored: a decision can become young people's after they were typed.

export const aboutSelect = {
  followUps: { select: { body: true } },
  keyActions: { select: { body: true, evidenceTitle: true, reason: true } },
} as const satisfies Prisma.AddressedTextSelect;
/** What is done about a text, and what meetings were told of it. */
export const wordsAbout = ({
  followUps,
  keyActions,
}: Prisma.AddressedTextGetPayload<{ select: typeof aboutSelect }>) => [
  ...followUps.map(({ body }) => body),
  ...keyActions.flatMap(({ body, evidenceTitle, reason }) => [body, evidenceTitle, reason]),
];

/** What goes with the first round of an observation. */
const withFirstRound = {
  observation: {
    select: {
      sources: { orderBy: { id: "asc" }, select: { title: true } },
      shadow: { select: { method: true } },
    },
  },
  files: { orderBy: { place: "asc" }, select: { file: { select: { title: true } } } },
} as const satisfies Prisma.AddressedTextSelect;

type FirstRound = Prisma.AddressedTextGetPayload<{ select: typeof withFirstRound }>;

/** Its words by the fields in which they were typed. Files are named by a form of their own. */
const wordsWithFirst = ({ observation, files }: FirstRound): [field: string, written: string][] => [
  [methodField, observation?.shadow?.method ?? ""],
  ...(observation?.sources ?? []).map(({ title }, at): [string, string] => [sourceField("title", at + 1), title]),
  ...files.map(({ file }): [string, string] => ["files", file.title]),
];

/** The words of the round in which an observation stands, as they were saved, by the fields in which they were typed. */
export async function wordsOfRound(
  tx: Transaction,
  { id, round }: Pick<HeldObservation, "id" | "round">,
): Promise<[field: string, written: string][]> {
  const { rounds, ...first } = await tx.addressedText.findUniqueOrThrow({
    where: { id },
    select: { ...withFirstRound, rounds: { where: { round }, select: { body: true } } },
  });
  return [
    ...rounds.map(({ body }): [string, string] => ["body", body]),
    // In a later one they stand as they were passed on.
    ...(round === 1 ? wordsWithFirst(first) : []),
  ];
}

/** Observations that stand submitted: the rounds that were, the replies that were given, and what goes with them. */
export const observedSelect = {
  where: { text: standsSubmitted },
  select: {
    text: {
      select: {
        ...withFirstRound,
        followUps: aboutSelect.followUps,
        keyActions: { ...aboutSelect.keyActions, where: { response: { state: "given" } } },
        rounds: {
          where: { stage: { in: ["inSafetyCheck", "passed"] } },
          select: { body: true, responses: { where: { state: "given" }, select: { body: true, evidenceTitle: true } } },
        },
      },
    },
  },
} as const satisfies Prisma.MeetingDecision$observationsArgs;

export const wordsObserved = ({ text }: Prisma.ObservationGetPayload<typeof observedSelect>): string[] => [
  ...text.rounds.flatMap(({ body, responses }) => [
    body,
    ...responses.flatMap((reply) => [reply.body, reply.evidenceTitle]),
  ]),
  ...wordsWithFirst(text).map(([, written]) => written),
  ...wordsAbout(text),
];

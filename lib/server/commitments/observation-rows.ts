import "server-only";
import type { RoundStanding } from "@/lib/domain/commitments/addressed-life";
import { isToldWho, type ObservationFacts, type Party, readsRound } from "@/lib/domain/commitments/parties";
import { daysBetween, type IsoDate } from "@/lib/domain/framework/reporting-period";
import { dayInRegion, dayInUnit, dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationName, organisationNames } from "@/lib/server/people/organisation-name";
import type {
  Corrected,
  ObservationHead,
  ObservationRoundView,
  ObservationView,
} from "@/lib/views/commitments/observation-view";
import { type FollowUpRow, followedUp } from "./follow-ups/follow-up-rows";
import { evidenceOf, type KeyActionRow, keyActionsOf } from "./key-action-rows";
import type { PartRow } from "./shadow/part-rows";
import { shadowSelect, shadowView } from "./shadow/shadow-view";
import { type FileRow, filesOf } from "./sources/file-rows";
import type { DecidedRow } from "./subjects/read-decided";
import { subjectOf } from "./subjects/subject-of";

/** What is read of an observation, whoever reads it: `observationView` leaves out what isn't for them. */
export const observationSelect = {
  id: true,
  number: true,
  planId: true,
  organisationId: true,
  locale: true,
  rowVersion: true,
  unheardChanges: true,
  end: true,
  endedAt: true,
  organisation: { select: organisationNames },
  units: { select: { unit: { select: { id: true, code: true, level: true } } } },
  observation: {
    select: {
      indicatorId: true,
      nodeId: true,
      pillarId: true,
      narrativeKind: true,
      periodId: true,
      kind: true,
      basis: true,
      attribution: true,
      visibility: true,
      shadowWithheld: true,
      sources: { orderBy: { id: "asc" }, select: { title: true, url: true } },
      shadow: { select: shadowSelect },
    },
  },
  rounds: {
    orderBy: { round: "asc" },
    select: {
      round: true,
      stage: true,
      body: true,
      submittedAt: true,
      checkDueOn: true,
      rule: true,
      note: true,
      responses: {
        select: {
          state: true,
          askedOn: true,
          dueOn: true,
          kind: true,
          body: true,
          givenOn: true,
          draftedAt: true,
          draftedById: true,
          evidenceTitle: true,
          evidenceUrl: true,
        },
      },
    },
  },
} as const satisfies Prisma.AddressedTextSelect;

export type ObservationRow = Prisma.AddressedTextGetPayload<{ select: typeof observationSelect }>;
type Round = ObservationRow["rounds"][number];

/** What rules ask about an observation. */
export function factsOf(row: ObservationRow): ObservationFacts {
  const { planId, organisationId, end, observation, units } = row;
  const { attribution, visibility } = observation!;
  return { planId, organisationId, end, attribution, visibility, unit: units[0]!.unit };
}

export const standingOf = ({ round, stage, responses: [response] }: Round): RoundStanding => ({
  round,
  stage,
  response: response?.state ?? null,
});

/** How a row is told to somebody: in which language, by which day, and what they are to it. */
interface Reader {
  party: Party | null;
  framework: PlanFramework;
  locale: string;
  /** Counts of persons below it are small. */
  threshold: number;
  now: Date;
  /** Decisions that observations are about, by the text of each. */
  decided: ReadonlyMap<number, DecidedRow>;
  /** Of the observation, among others; in the order in which they were added. */
  keyActions?: readonly KeyActionRow[];
  /** The same of files, in the order of their places. */
  files?: readonly FileRow[];
  /** The same of parts of the values that they carry; without them only totals are told. */
  parts?: readonly PartRow[];
  /** The same of what meetings were told of it. */
  followUps?: readonly FollowUpRow[];
  /** What was corrected since, by the text of each; without it that isn't told. */
  corrected?: ReadonlyMap<number, Corrected>;
}

/**
 * An observation as somebody may read it; null for whoever may not know of it. It is the one place that decides which words and
 * whose name somebody is told: pages, files and feeds take what it leaves.
 */
export function observationView(row: ObservationRow, reader: Reader): ObservationView | null {
  const { party, framework, locale } = reader;
  const facts = factsOf(row);
  const read = row.rounds.filter((round) => readsRound(party, standingOf(round), facts));
  // What is withdrawn or taken down leaves number and place for those who could read it before.
  const known =
    read.length > 0 ? read : row.rounds.filter((each) => readsRound(party, standingOf(each), { ...facts, end: null }));
  const last = known.at(-1);
  if (!last) return null;
  const { observation, organisation } = row;
  const { kind, basis } = observation!;
  return {
    id: row.id,
    number: row.number,
    unit: framework.units.get(facts.unit.id)!,
    period: framework.periods.find(({ id }) => id === observation!.periodId)!.code,
    subject: subjectOf({ ...observation!, decision: reader.decided.get(row.id) ?? null }, framework),
    kind,
    basis,
    visibility: facts.visibility,
    end: row.end,
    language: row.locale,
    organisation:
      read.length > 0 && isToldWho(party, facts.attribution) ? organisationName(organisation, locale) : null,
    endedOn: row.endedAt && dayInRegion(row.endedAt),
    ...whereItStands(last, row.units[0]!.unit.code, reader.now),
    corrected: (read.length > 0 && reader.corrected?.get(row.id)) || null,
    sources: read.length > 0 ? observation!.sources : [],
    files: read.length > 0 ? filesOf(reader.files ?? [], row.id) : [],
    shadow:
      read.length > 0
        ? shadowView(observation!.shadow, partsOf(row.id, reader), {
            ...reader,
            isWithheld: observation!.shadowWithheld,
          })
        : null,
    followUps: read.length > 0 ? followedUp(reader.followUps ?? [], row.id) : [],
    rounds: read.map((round) => roundView(round, row, reader)),
  };
}

const partsOf = (id: number, { parts = [] }: Reader) => parts.filter(({ textId }) => textId === id);

type Standing = Pick<ObservationHead, "round" | "stage" | "response" | "dueOn" | "daysOverdue" | "reply">;

/** What of a round says where it stands. */
export interface PlacedRound extends Pick<Round, "round" | "stage" | "checkDueOn"> {
  responses: readonly Pick<Round["responses"][number], "state" | "dueOn" | "kind">[];
}

export function whereItStands(
  { round, stage, checkDueOn, responses: [response] }: PlacedRound,
  unitCode: string,
  now: Date,
): Standing {
  const isChecked = stage === "inSafetyCheck";
  const due = isChecked ? checkDueOn : (response?.dueOn ?? null);
  const isAwaited = isChecked || response?.state === "awaited" || response?.state === "unanswered";
  const today = isChecked ? dayInRegion(now) : dayInUnit(unitCode, now);
  return {
    round,
    stage,
    response: response?.state ?? null,
    dueOn: due && dayOf(due),
    daysOverdue: due && isAwaited ? Math.max(0, daysBetween(dayOf(due), today)) : 0,
    reply: response?.state === "given" ? response.kind : null,
  };
}

const dayOrNull = (date: Date | null | undefined): IsoDate | null => (date ? dayOf(date) : null);

function roundView(
  { round, stage, body, submittedAt, checkDueOn, rule, note, responses: [response] }: Round,
  { id, units }: ObservationRow,
  reader: Reader,
): ObservationRoundView {
  const { party } = reader;
  const checks = party === "author" || party === "secretariat";
  return {
    round,
    stage,
    body,
    submittedOn: submittedAt && dayInRegion(submittedAt),
    checkDueOn: checks ? dayOrNull(checkDueOn) : null,
    sentBack: checks && rule ? { rule, note } : null,
    askedOn: dayOrNull(response?.askedOn),
    dueOn: dayOrNull(response?.dueOn),
    response: response?.state ?? null,
    reply:
      response?.state === "given"
        ? {
            kind: response.kind!,
            body: response.body,
            givenOn: dayOf(response.givenOn!),
            evidence: evidenceOf(response),
            isLate: response.givenOn! > response.dueOn!,
            keyActions: keyActionsOf(reader.keyActions ?? [], { id, round, unit: units[0]!.unit.code }, reader.now),
          }
        : null,
  };
}

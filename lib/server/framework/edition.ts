import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";
import { asOf, present } from "@/lib/server/results/stored/as-of";

// A framework's edition is read from one results version until another; a draft has no version, and is read by nobody here.

/** The edition that signed-in pages read, and that results are worked out by. */
export const presentEdition = {
  ...present,
  fromVersion: { not: null },
} as const satisfies Prisma.FrameworkEditionWhereInput;

/** The edition of a plan that everything of a results version reads. */
export const editionOf = (planId: number, version: number) => ({ planId, ...asOf(version) });

/** The same as `presentEdition`, of the row `e` of an SQL statement. */
export const isPresentEdition = Prisma.raw("e.from_version IS NOT NULL AND e.until_version IS NULL");

/** Where an indicator stands at present: to be selected with what it is asked of. */
export const presentCode = {
  select: { editions: { where: { edition: presentEdition }, select: { code: true } } },
} as const satisfies Prisma.IndicatorDefaultArgs;

/** Indicators that the present edition has: what was asked about any other can be neither answered nor read. */
export const inPresentEdition = {
  editions: { some: { edition: presentEdition } },
} as const satisfies Prisma.IndicatorWhereInput;

/** Its code as `presentCode` selects it; empty where the present edition doesn't have it. */
export const codeOf = ({ editions }: { editions: readonly { code: string }[] }): string => editions[0]?.code ?? "";

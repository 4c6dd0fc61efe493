import "server-only";
import { Prisma } from "./generated/client";

/** SQL that writes a moment of that column as `Date.toISOString` does, for what is read as JSON. */
export const isoMoment = (column: `${string}.${string}`) =>
  Prisma.raw(`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** A moment as a statement's JSON has it, which writes none of a timestamp's zone: it is stored in UTC. */
export const ofJsonMoment = (written: string) => new Date(`${written}Z`).toISOString();

import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";

/** Makes the public pages about meetings anew, and what young people recommended at one of them, with where answers are due. */
export const raiseMeetings = (tx: Pick<Transaction, "$executeRaw">, planId: number): Promise<void> =>
  raiseAreas(tx, planId, ["meetings", "youth-forum", "civil-society"]);

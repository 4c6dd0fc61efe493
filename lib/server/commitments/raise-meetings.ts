import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";

/**
 * Makes the public pages about meetings anew, what young people recommended at one of them, with where answers are due, and all
 * that meetings were told of.
 */
export const raiseMeetings = (tx: Pick<Transaction, "$executeRaw">, planId: number): Promise<void> =>
  raiseAreas(tx, planId, ["observations", "meetings", "youth-forum", "civil-society"]);

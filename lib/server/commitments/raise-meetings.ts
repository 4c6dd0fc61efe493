import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";

/** Makes the public pages about meetings anew, and what young people recommended at one of them, with where answers are due. */
export async function raiseMeetings(tx: Pick<Transaction, "$executeRaw">, planId: number): Promise<void> {
  // Always in this order: each row stays locked until the transaction ends.
  for (const area of ["meetings", "youth-forum", "civil-society"]) await raiseAreaVersion(tx, planId, area);
}

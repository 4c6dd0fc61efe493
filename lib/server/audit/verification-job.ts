import "server-only";
import { z } from "zod";
import { db } from "@/lib/server/db/client";
import { defineJob } from "@/lib/server/jobs/job-kind";
import { transaction } from "@/lib/server/transaction";
import { verifyAudit } from "./verify-all";
import { writeAudit } from "./write";

/** The stream of what is done with the audit itself. */
export const auditStream = "audit";

/** Of those waiting or running there is one. */
export const verificationKey = "whole";

/** Often enough to be followed, and seldom enough to cost nothing. */
const SAID_MS = 1_000;

/** Verifies the whole audit, and says in the audit how it was. */
export const verificationJob = defineJob({
  name: "verifyAudit",
  payload: z.object({ askedById: z.number().int() }),
  longestMs: 6 * 3_600_000,
  async run({ payload, signal, progress, hold }) {
    let said = 0;
    const client = await db();
    const { faults, ...counts } = await verifyAudit(client, [], async (read, of) => {
      signal.throwIfAborted();
      if (Date.now() - said < SAID_MS) return;
      said = Date.now();
      await progress("streams", of === 0 ? 0 : read / of);
    });
    await transaction(async (tx) => {
      await hold(tx);
      await writeAudit(tx, {
        stream: auditStream,
        actorId: payload.askedById,
        isByJob: true,
        action: "auditVerified",
        subject: "audit",
        after: { ...counts, faults: faults.length, first: faults[0] ?? null },
      });
    });
  },
});

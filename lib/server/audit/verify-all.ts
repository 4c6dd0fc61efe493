import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { type AnchorFault, type NotedAnchor, verifyAnchors } from "./anchor";
import { type AuditFault, verifyStream } from "./verify";

export interface AuditCheck {
  streams: number;
  events: number;
  /** How many payloads were erased, by events that say so. */
  redacted: number;
  anchors: number;
  /** The first of each stream, and those of anchors. */
  faults: (AnchorFault | { stream: string; sequence: number; fault: AuditFault })[];
}

/**
 * Verifies every stream and every anchor.
 * @param noted anchors as they were noted elsewhere
 * @param onStream told before each stream how many were read and how many there are; it may throw to end it
 */
export async function verifyAudit(
  client: Pick<Transaction, "$queryRaw">,
  noted: readonly NotedAnchor[] = [],
  onStream: (read: number, of: number) => Promise<void> | void = () => {},
): Promise<AuditCheck> {
  const streams = await client.$queryRaw<{ stream: string }[]>`SELECT DISTINCT stream FROM audit_event ORDER BY stream`;
  const check: AuditCheck = { streams: streams.length, events: 0, redacted: 0, anchors: 0, faults: [] };
  const faulty = new Set<string>();
  for (const [read, { stream }] of streams.entries()) {
    await onStream(read, streams.length);
    const found = await verifyStream(client, stream);
    if (found.intact) {
      check.events += found.events;
      check.redacted += found.redacted.length;
      continue;
    }
    faulty.add(stream);
    check.faults.push({ stream, sequence: found.sequence, fault: found.fault });
  }
  const { anchors, faults } = await verifyAnchors(client, noted);
  check.anchors = anchors;
  for (const fault of faults) {
    if ("stream" in fault) {
      if (faulty.has(fault.stream)) continue;
      faulty.add(fault.stream);
    }
    check.faults.push(fault);
  }
  return check;
}

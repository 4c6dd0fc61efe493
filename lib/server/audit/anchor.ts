import "server-only";
import { createHash } from "node:crypto";
import { db, type Transaction } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";

/** What the log says of an anchor. Kept elsewhere, such lines show anchors that were taken out or made anew. */
export interface NotedAnchor {
  auditAnchor: number;
  hash: string;
}

/** Makes the day's anchor, and says so in the log; null where there is one. */
export async function makeAnchor(): Promise<NotedAnchor | null> {
  const client = await db();
  const [made] = await client.$queryRaw<
    { number: number; hash: string }[]
  >`SELECT number, hash FROM make_audit_anchor()`;
  if (!made) return null;
  const noted = { auditAnchor: made.number, hash: made.hash };
  log.info(noted, "The audit's streams are anchored.");
  return noted;
}

/** The anchors that lines of the log speak of; what else stands in them is passed over. */
export function notedAnchors(lines: readonly string[]): NotedAnchor[] {
  return lines.flatMap((line) => {
    try {
      const { auditAnchor, hash } = JSON.parse(line.slice(line.indexOf("{")));
      return Number.isInteger(auditAnchor) && typeof hash === "string" ? [{ auditAnchor, hash }] : [];
    } catch {
      return [];
    }
  });
}

/** `anchorMissing`: it, or one before it, was taken out. */
export type AnchorFault =
  | { anchor: number; fault: "anchorAltered" | "anchorMissing" }
  /** A stream ends before that event, or has another one there. */
  | { stream: string; sequence: number; fault: "cut" | "replaced" };

interface Anchor {
  number: number;
  madeAt: Date;
  heads: string;
  previousHash: string;
  hash: string;
}

/** Compares the anchors with each other, with what was noted of them elsewhere, and with the streams. */
export async function verifyAnchors(
  client: Pick<Transaction, "$queryRaw">,
  noted: readonly NotedAnchor[],
): Promise<{ anchors: number; faults: AnchorFault[] }> {
  const faults: AnchorFault[] = [];
  let [number, head] = [0, ""];
  for (;;) {
    const [anchor] = await client.$queryRaw<Anchor[]>`
      SELECT number, made_at AS "madeAt", heads::text AS heads, previous_hash AS "previousHash", hash
      FROM audit_anchor WHERE number > ${number} ORDER BY number LIMIT 1`;
    if (!anchor) break;
    if (anchor.number !== number + 1) faults.push({ anchor: number + 1, fault: "anchorMissing" });
    else if (anchor.previousHash !== head || hashOf(anchor) !== anchor.hash)
      faults.push({ anchor: anchor.number, fault: "anchorAltered" });
    ({ number, hash: head } = anchor);
    faults.push(...(await streamsAgainst(client, number)));
    const elsewhere = noted.find(({ auditAnchor }) => auditAnchor === number);
    if (elsewhere && elsewhere.hash !== anchor.hash) faults.push({ anchor: number, fault: "anchorAltered" });
  }
  const last = Math.max(0, ...noted.map(({ auditAnchor }) => auditAnchor));
  if (last > number) faults.push({ anchor: number + 1, fault: "anchorMissing" });
  return { anchors: number, faults };
}

function streamsAgainst(client: Pick<Transaction, "$queryRaw">, anchor: number): Promise<AnchorFault[]> {
  return client.$queryRaw<AnchorFault[]>`
    SELECT h.key AS stream, (h.value ->> 0)::int AS sequence,
      CASE WHEN e.hash IS NULL THEN 'cut' ELSE 'replaced' END AS fault
    FROM audit_anchor a CROSS JOIN jsonb_each(a.heads) h
      LEFT JOIN audit_event e ON e.stream = h.key AND e.sequence = (h.value ->> 0)::int
    WHERE a.number = ${anchor} AND e.hash IS DISTINCT FROM h.value ->> 1
    ORDER BY h.key`;
}

/** Over an array of JSON, as the database writes one. */
function hashOf({ number, previousHash, madeAt, heads }: Anchor): string {
  const parts = [number, previousHash, madeAt].map((part) => JSON.stringify(part));
  return createHash("sha256")
    .update(`[${[...parts, heads].join(", ")}]`)
    .digest("hex");
}

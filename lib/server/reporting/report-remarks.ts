import "server-only";
import type { CommentView, EvidenceView } from "@/lib/schemas/report-view";
import type { Transaction } from "@/lib/server/db/client";

export interface Remarks {
  /** By indicator id, oldest first. */
  comments: Map<number, CommentView[]>;
  /** Sequence of the last figure that any comment on the indicator knew of. */
  commentedUpTo: Map<number, bigint>;
  evidence: Map<number, EvidenceView[]>;
}

/** What was said about a report's indicators and what backs them. */
export async function remarksOfReport(
  client: Pick<Transaction, "valueComment" | "evidence">,
  reportId: number | undefined,
  indicatorIds?: readonly number[],
): Promise<Remarks> {
  const remarks: Remarks = { comments: new Map(), commentedUpTo: new Map(), evidence: new Map() };
  if (reportId === undefined) return remarks;
  const where = { reportId, ...(indicatorIds && { indicatorId: { in: [...indicatorIds] } }) };
  const comments = await client.valueComment.findMany({
    where,
    orderBy: { id: "asc" },
    select: {
      id: true,
      indicatorId: true,
      body: true,
      isPublic: true,
      createdAt: true,
      figuresUpTo: true,
      author: { select: { name: true, organisation: { select: { name: true } } } },
    },
  });
  for (const { indicatorId, createdAt, figuresUpTo, author, ...comment } of comments) {
    const before = remarks.commentedUpTo.get(indicatorId);
    if (before === undefined || figuresUpTo > before) remarks.commentedUpTo.set(indicatorId, figuresUpTo);
    append(remarks.comments, indicatorId, {
      ...comment,
      at: createdAt.toISOString(),
      author: author.name,
      organisation: author.organisation.name,
    });
  }
  const evidence = await client.evidence.findMany({
    where,
    orderBy: { id: "asc" },
    select: {
      id: true,
      indicatorId: true,
      title: true,
      url: true,
      mediaType: true,
      bytes: true,
      visibility: true,
      createdAt: true,
      organisation: { select: { name: true } },
    },
  });
  for (const { indicatorId, createdAt, organisation, ...one } of evidence)
    append(remarks.evidence, indicatorId, { ...one, at: createdAt.toISOString(), organisation: organisation.name });
  return remarks;
}

function append<T>(lists: Map<number, T[]>, key: number, entry: T) {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

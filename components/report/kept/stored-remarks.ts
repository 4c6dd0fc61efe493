import type { EntryIndicator } from "@/lib/views/entry-view";
import type { CommentView, EvidenceView, QueryView } from "@/lib/views/report-view";
import { isSameText, type KeptWords, wereSent } from "./kept-words";

/** What the report has of each kind of words about an indicator. */
interface Stored {
  comment: readonly Pick<CommentView, "body">[];
  evidence: readonly Pick<EvidenceView, "title" | "url">[];
  reply: Pick<QueryView, "reply">;
}

/** A form of one indicator in which words are kept. Whether an answer is stored is asked of the server. */
export type RemarkKind = keyof Stored | "answer";

/** What only a browser has is told apart from it. A kind of which there is nothing is left out. */
export type StoredRemarks = Partial<Stored>;

/** Of each indicator that the reader sees, by its code. */
export type RemarksByCode = Readonly<Record<string, StoredRemarks>>;

const isIn: { [Kind in keyof Stored]: (words: KeptWords, stored: Stored[Kind]) => boolean } = {
  comment: ({ body }, comments) => comments.some((comment) => isSameText(comment.body, body)),
  evidence: ({ title, url }, evidence) =>
    evidence.some((one) => isSameText(one.title, title) && isSameText(one.url ?? "", url)),
  reply: ({ reply }, query) => isSameText(query.reply, reply),
};

/** Whether the report has what was sent, though the page was left before the server's answer came. */
export const isStoredRemark = <Kind extends keyof Stored>(
  kind: Kind,
  words: KeptWords,
  stored: Stored[Kind] | undefined,
): boolean => stored !== undefined && wereSent(words) && isIn[kind](words, stored);

type Remarked = Pick<EntryIndicator, "code" | "comments" | "evidence" | "query">;

const remarksOf = ({ comments, evidence, query }: Remarked): StoredRemarks => ({
  ...(comments.length > 0 && { comment: comments.map(({ body }) => ({ body })) }),
  ...(evidence.length > 0 && { evidence: evidence.map(({ title, url }) => ({ title, url })) }),
  ...(query && { reply: { reply: query.reply } }),
});

export const storedRemarks = (indicators: readonly Remarked[]): RemarksByCode =>
  Object.fromEntries(indicators.map((indicator) => [indicator.code, remarksOf(indicator)]));

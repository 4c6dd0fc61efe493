// How many characters a text may have. Without zod: the fields that are typed into say so too.

export const longestNarrative = 20_000;
/** A comment, a query, a reply, a note, or a reason that its unit or nobody else reads. */
export const longestRemark = 4_000;
/** What readers are told of a correction. */
export const longestCorrectionReason = 1_000;

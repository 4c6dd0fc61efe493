import type { CommentView } from "@/lib/views/report-view";

/** The comments that the report has, by indicator: what only a browser has is told apart from them. */
export const commentWords = (
  indicators: readonly { code: string; comments: readonly Pick<CommentView, "body">[] }[],
): Record<string, { body: string }[]> =>
  Object.fromEntries(
    indicators.flatMap(({ code, comments }) =>
      comments.length > 0 ? [[code, comments.map(({ body }) => ({ body }))] as const] : [],
    ),
  );

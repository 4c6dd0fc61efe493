/**
 * A goal, outcome or output that something is about although the present framework doesn't have it: a form keeps it until
 * somebody takes it out.
 */
export interface FormerNode {
  id: number;
  code: string;
  title: string;
}

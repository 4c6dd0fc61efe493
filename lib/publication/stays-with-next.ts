import type { Block } from "./document";

/**
 * Of each block whether it stands on the page on which the next one begins. A heading does, and so does all that is said
 * between it and the first chart below it: who leafs to a chart sees what it is about.
 */
export function staysWithNext(blocks: readonly Block[]): boolean[] {
  const stays = blocks.map(({ kind }) => kind === "heading");
  blocks.forEach((block, at) => {
    if (block.kind !== "chart") return;
    const start = startOfText(blocks, at);
    const heading = blocks.findIndex(({ kind }, index) => index >= start && kind === "heading");
    if (heading >= start && heading < at) stays.fill(true, heading, at);
  });
  return stays;
}

/** Where the headings and texts begin that lead to the block at a place. */
function startOfText(blocks: readonly Block[], at: number): number {
  let start = at;
  while (start > 0 && isText(blocks[start - 1]!)) start--;
  return start;
}

const isText = ({ kind }: Block) => kind !== "chart" && kind !== "table";

import { HeadingLevel, Paragraph, type Table } from "docx";
import type { Chapter } from "../document";
import { pillarHues } from "../look";
import { blockOf, type Drawing } from "./blocks";
import { target } from "./contents";
import { hex } from "./paper";
import { runsOf } from "./runs";

/** A chapter on a page of its own: kicker with the pillar's square, heading, blocks. */
export function chapterOf(chapter: Chapter, drawing: Drawing): (Paragraph | Table)[] {
  drawing.targets += 1;
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: chapter.kicker === null,
    children: [target(drawing.targets, runsOf(chapter.title))],
  });
  return [...kickerOf(chapter), heading, ...chapter.blocks.flatMap((block) => blockOf(block, drawing))];
}

function kickerOf({ kicker, pillar }: Chapter): Paragraph[] {
  if (kicker === null) return [];
  const hue = pillar === null ? undefined : pillarHues[pillar];
  const square = hue === undefined ? [] : runsOf("■ ", { color: hex(hue) });
  return [new Paragraph({ style: "Kicker", pageBreakBefore: true, children: [...square, ...runsOf(kicker)] })];
}

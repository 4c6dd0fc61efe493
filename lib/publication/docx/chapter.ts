import { BorderStyle, HeadingLevel, Paragraph, type Table } from "docx";
import type { Chapter } from "../document";
import { pillarHues } from "../look";
import { staysWithNext } from "../stays-with-next";
import { blockOf, type Drawing } from "./blocks";
import { target } from "./contents";
import { hex } from "./paper";
import { runsOf } from "./runs";

/** A chapter on a page of its own: kicker with the pillar's stripe, heading, blocks. */
export function chapterOf(chapter: Chapter, drawing: Drawing): (Paragraph | Table)[] {
  const stays = staysWithNext(chapter.blocks);
  drawing.targets += 1;
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: chapter.kicker === null,
    children: [target(drawing.targets, runsOf(chapter.title))],
  });
  return [
    ...kickerOf(chapter),
    heading,
    ...chapter.blocks.flatMap((block, index) => blockOf(block, stays[index]!, drawing)),
  ];
}

function kickerOf({ kicker, pillar }: Chapter): Paragraph[] {
  if (kicker === null) return [];
  const hue = pillar === null ? undefined : pillarHues[pillar];
  const stripe =
    hue === undefined
      ? {}
      : { border: { left: { style: BorderStyle.SINGLE, size: 48, color: hex(hue), space: 6 } }, indent: { left: 160 } };
  return [new Paragraph({ style: "Kicker", pageBreakBefore: true, ...stripe, children: runsOf(kicker) })];
}

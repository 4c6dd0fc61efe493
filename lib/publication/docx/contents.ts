import { Bookmark, InternalHyperlink, Paragraph, TableOfContents, type TextRun } from "docx";
import type { Chapter, PublicationDocument } from "../document";
import { colours } from "../look";
import { hex } from "./paper";
import { runsOf } from "./runs";

// A field that lists chapters and the headings under them, filled in with links. It holds no page numbers: only Word knows
// its pages, a guess is wrong after ten of them, and to let it count on opening it would ask the reader first. "Update
// table" adds them.

/** What links lead to, numbered in reading order from 1: chapters and their headings of level 2. */
export const target = (number: number, children: TextRun[]) => new Bookmark({ id: targetName(number), children });
const targetName = (number: number) => `_Toc${number}`;

export function contentsOf({ chapters, words }: PublicationDocument): (Paragraph | TableOfContents)[] {
  const title = new Paragraph({ style: "ContentsTitle", pageBreakBefore: true, children: runsOf(words.contents) });
  let number = 0;
  const link = (style: string, children: TextRun[]) => {
    number += 1;
    return new Paragraph({ style, children: [new InternalHyperlink({ anchor: targetName(number), children })] });
  };
  const entries = chapters.flatMap((chapter) => [
    link("TOC1", [...kickerOf(chapter), ...runsOf(chapter.title)]),
    ...chapter.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [link("TOC2", runsOf(block.text))] : [],
    ),
  ]);
  if (entries.length === 0) return [];
  const options = { hyperlink: true, headingStyleRange: "1-2", beginDirty: false, contentChildren: entries };
  return [title, new TableOfContents(words.contents, options)];
}

const kickerOf = ({ kicker }: Chapter) =>
  kicker === null ? [] : runsOf(`${kicker}  `, { bold: false, color: hex(colours.textMuted) });

import { expect, it } from "vitest";
import type { Block } from "./document";
import { staysWithNext } from "./stays-with-next";
import { sampleDocument } from "./testing/sample-document";

const text = (words: string): Block => ({ kind: "paragraph", text: words });
const heading = (words: string): Block => ({ kind: "heading", level: 3, id: words, text: words });
const chart = sampleDocument.chapters[0]!.blocks.find(({ kind }) => kind === "chart")!;

it("a heading stays with what it is about: all up to its first chart, and nothing before the heading", () => {
  const said = [text("of the one before"), heading("A"), text("Definition"), text("Type"), chart, text("Remark")];
  expect(staysWithNext([...said, heading("B"), text("No chart")])).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
});

it("headings below each other stay together", () => {
  const list: Block = { kind: "list", ordered: false, items: ["Output"] };
  expect(staysWithNext([heading("Outcome"), list, heading("A"), text("Definition"), chart, chart])).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

import { Document, Packer, Paragraph } from "docx";
import { describe, expect, it } from "vitest";
import { readDocx, textIn } from "../testing/read-docx";
import { runsOf } from "./runs";

async function written(text: string): Promise<string> {
  const document = new Document({ sections: [{ children: [new Paragraph({ children: runsOf(text) })] }] });
  return textIn(readDocx(await Packer.toBuffer(document)).xml["word/document.xml"]!);
}

describe("runs", () => {
  it("keep a Thai year with the name of its era", async () => {
    expect(await written("ความก้าวหน้า พ.ศ. 2559")).toBe("ความก้าวหน้า พ.ศ.\u00a02559");
  });

  it("leave other blanks, and the hyphens that a reader searches for", async () => {
    expect(await written("Adults, see G6.1-b of 2015–2018")).toBe("Adults, see G6.1-b of 2015–2018");
  });
});

import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cleanFile } from "./clean-file";
import { docx, packed, pptx, xlsx } from "./testing/authored-files";

async function word(within: string): Promise<Uint8Array> {
  const parts = unzipSync(await docx());
  const name = "word/document.xml";
  return packed({ ...parts, [name]: strFromU8(parts[name]!).replace("<w:p>", `<w:p>${within}`) });
}
const book = (sheet: string) => xlsx({ "xl/workbook.xml": `<workbook><sheets>${sheet}</sheets></workbook>` });

const slide = (written: string) => pptx({ "ppt/slides/slide2.xml": written });

describe("what nobody sees", () => {
  it.each<[string, string, () => Promise<Uint8Array>]>([
    ["words struck out", "sourceDeletions", () => word("<w:del w:id='1'><w:r><w:delText>A</w:delText></w:r></w:del>")],
    ["words moved", "sourceDeletions", () => word("<w:moveFrom w:id='1'><w:r><w:t>A</w:t></w:r></w:moveFrom>")],
    ["a line struck out", "sourceDeletions", () => word("<w:rPr><w:del w:id='1'/></w:rPr>")],
    ["a hidden sheet", "sourceHiddenSheets", () => book('<sheet name="a>b" state="hidden"/>')],
    ["a sheet hidden well", "sourceHiddenSheets", () => book("<sheet state='very&#72;idden' name='a'/>")],
    ["a hidden slide", "sourceHiddenSlides", () => slide('<p:sld xmlns:p="p" show="0"><a:t>A</a:t></p:sld>')],
    ["a slide hidden by a word", "sourceHiddenSlides", () => slide("<q:sld show='f&#97;lse'/>")],
    [
      "what a pivot table was made of",
      "sourcePivots",
      () => xlsx({ "xl/pivotCache/pivotCacheRecords1.xml": "<pivotCacheRecords><r/></pivotCacheRecords>" }),
    ],
  ])("is refused: %s", async (_, fault, file) => {
    expect(await cleanFile(await file())).toEqual({ fault });
  });

  it("isn't taken for what everybody sees", async () => {
    expect(await cleanFile(await book('<sheet name="a" state="visible"/>'))).toMatchObject({ type: "xlsx" });
    expect(await cleanFile(await slide('<p:sld show="1"><p:pic show="0"/></p:sld>'))).toMatchObject({ type: "pptx" });
    expect(await cleanFile(await word("<w:delay/><w:ins w:id='1'/>"))).toMatchObject({ type: "docx" });
  });
});

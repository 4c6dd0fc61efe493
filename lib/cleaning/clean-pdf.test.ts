import { PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { cleanFile } from "./clean-file";
import { author, pdf } from "./testing/authored-files";

async function cleanDocument(
  change: (document: PDFDocument) => void,
): Promise<{ said: string; document: PDFDocument }> {
  const found = await cleanFile(await pdf(change));
  if ("fault" in found) throw new Error(found.fault);
  const document = await PDFDocument.load(found.bytes, { updateMetadata: false });
  const objects: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  return { said: objects.map(String).join("\n"), document };
}

const annotated = (said: Record<string, unknown>) => (document: PDFDocument) => {
  const { context } = document;
  document
    .getPage(0)
    .node.addAnnot(context.register(context.obj({ Type: "Annot", Rect: [0, 0, 9, 9], ...said } as never)));
};

describe("a PDF", () => {
  it("no longer says of which document it is a state", async () => {
    const { document } = await cleanDocument(({ context }) => {
      context.trailerInfo.ID = context.obj([PDFHexString.of("AB12"), PDFHexString.of("AB13")]);
    });
    expect(document.context.trailerInfo.ID).toBeUndefined();
  });

  it("loses the small pictures of its pages, and articles through them", async () => {
    const { said } = await cleanDocument((document) => {
      const { node } = document.getPage(0);
      node.set(PDFName.of("Thumb"), document.context.register(document.context.obj({ Small: "Picture" })));
      node.set(PDFName.of("B"), document.context.obj([document.context.register(document.context.obj({ Bead: 1 }))]));
    });
    expect(said).not.toMatch(/Thumb|Small|Bead/);
  });

  it("doesn't say who made its annotations and when, nor who agreed to one", async () => {
    const times = { CreationDate: PDFString.of("D:2018"), M: PDFString.of("D:2019"), NM: PDFString.of("id-of-it") };
    const { said } = await cleanDocument((document) => {
      annotated({ Subtype: "Link", ...times })(document);
      annotated({
        Subtype: "Text",
        StateModel: PDFString.of("Review"),
        Contents: PDFString.of(`Accepted by ${author}`),
      })(document);
    });
    expect(said).not.toMatch(/D:201|id-of-it|Accepted/);
    expect(said).toContain("/Link");
    expect(said).toContain("Look here");
  });

  it.each([
    ["file:///Users/somchai/a.pdf", false],
    ["C:\\\\Users\\\\somchai\\\\a.pdf", false],
    ["https://example.org/home/a.pdf", true],
  ])("leads to %s: %s", async (uri, isKept) => {
    const { said } = await cleanDocument((document) => {
      annotated({ Subtype: "Link", A: { S: "URI", URI: PDFString.of(uri) } })(document);
      document.catalog.set(PDFName.of("URI"), document.context.obj({ Base: PDFString.of(uri) }));
    });
    expect(said.includes("/S /URI")).toBe(isKept);
    expect(said.includes("a.pdf")).toBe(isKept);
    expect(said).toContain("/Link");
  });
});

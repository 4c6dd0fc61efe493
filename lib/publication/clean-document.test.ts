import { expect, it } from "vitest";
import { cleanDocument } from "./clean-document";
import { sampleDocument } from "./testing/sample-document";

it("cleaning reaches every text of a document and changes nothing else", () => {
  expect(cleanDocument(sampleDocument)).toEqual(sampleDocument);
  const hostile = { ...sampleDocument, facts: [{ term: "a\u0001\tb\r\n", text: { text: "\ud800", lang: "th" } }] };
  expect(cleanDocument(hostile).facts).toEqual([{ term: "a b\n", text: { text: "\ufffd", lang: "th" } }]);
});

import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { hostileDocument } from "../testing/hostile-document";
import { sampleDocument } from "../testing/sample-document";
import { testFaces } from "../testing/test-faces";
import { testPictures } from "../testing/test-pictures";
import { htmlOf } from "./html-of";
import { htmlPolicy } from "./policy";
import { stylesheetOf } from "./sheet";

it.each([sampleDocument, hostileDocument])("allows the page's own sheet and nothing that runs", (document) => {
  const policy = htmlPolicy(htmlOf(document, testPictures, testFaces));
  const hash = createHash("sha256").update(stylesheetOf(document, testFaces)).digest("base64");
  expect(policy).toContain(
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; font-src data:; base-uri 'none'`,
  );
  expect(policy).not.toMatch(/script-src|unsafe/);
});

it("refuses a text that isn't such a page", () => {
  expect(() => htmlPolicy("<p>x</p>")).toThrow("no sheet");
});

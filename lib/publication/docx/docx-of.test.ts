import { strFromU8, unzipSync } from "fflate";
import { fromHtml } from "hast-util-from-html";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PublicationDocument } from "../document";
import { sampleDocument } from "../testing/sample-document";
import { testPictures } from "../testing/test-pictures";
import { docxOf } from "./docx-of";

afterEach(() => void vi.useRealTimers());

const open = async (document: PublicationDocument) => {
  const parts = unzipSync(await docxOf(document, testPictures));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

describe("same bytes", () => {
  it("whatever the clock says", async () => {
    vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z"), toFake: ["Date"] });
    const first = await docxOf(sampleDocument, testPictures);
    vi.setSystemTime(new Date("2031-12-31T23:59:58Z"));
    const second = await docxOf(sampleDocument, testPictures);
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
void fromHtml;
void open;

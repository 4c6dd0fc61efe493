import { describe, expect, it } from "vitest";
import { storedFileHeaders } from "./stored-file-headers";

const headersOf = (title: string) => storedFileHeaders({ title, type: "docx", size: 12, sha256: "a".repeat(64) });

describe("headers of a file that somebody added", () => {
  it("let it be kept, and never shown as a page of this site", () => {
    expect(headersOf("What we saw")).toMatchObject({
      "Content-Disposition": `attachment; filename="What we saw.docx"; filename*=UTF-8''What%20we%20saw.docx`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Content-Length": "12",
    });
  });

  it.each(["ภาพ (ที่พักพิง) 100%", 'a"; filename="evil.html', "a\r\nSet-Cookie: b=c", "it's"])(
    "can be sent for %j, and say no more than its name",
    (title) => {
      const said = new Headers(headersOf(title)).get("content-disposition");
      expect(said).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x7e]+\.docx"; filename\*=UTF-8''[A-Za-z0-9._%~!-]+\.docx$/,
      );
    },
  );
});

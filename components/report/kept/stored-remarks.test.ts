import { describe, expect, it } from "vitest";
import type { KeptWords } from "./kept-words";
import { isStoredRemark } from "./stored-remarks";

const sent = (words: KeptWords): KeptWords => ({ ...words, " sent": true });

describe("words that were sent and not heard to be stored", () => {
  it("are the report's once it has them, as the server writes them", () => {
    expect(isStoredRemark("comment", sent({ body: "Caf\u0065\u0301\r\nMade up " }), [{ body: "Café\nMade up" }])).toBe(
      true,
    );
    expect(isStoredRemark("reply", sent({ reply: "Of courts" }), { reply: "Of courts" })).toBe(true);
    const evidence = [{ title: "Annual report", url: "https://example.org/a" }];
    expect(isStoredRemark("evidence", sent({ title: "Annual report", url: evidence[0]!.url }), evidence)).toBe(true);
    expect(isStoredRemark("evidence", sent({ title: "Annual report", url: "https://example.org/b" }), evidence)).toBe(
      false,
    );
  });

  it("stay the browser's while they aren't sent, and where nothing of the kind is stored", () => {
    expect(isStoredRemark("reply", { reply: "Of courts" }, { reply: "Of courts" })).toBe(false);
    expect(isStoredRemark("reply", sent({ reply: "Of courts" }), undefined)).toBe(false);
  });
});

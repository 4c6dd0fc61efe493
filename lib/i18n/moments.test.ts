import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments";

describe("moments", () => {
  it("are told by the region's clock, whatever the server's", () => {
    expect(momentsOf("en").moment("2018-05-21T09:20:00.000Z")).toBe("21 May 2018 at 16:20");
    expect(momentsOf("en").day("2018-05-21T17:30:00.000Z")).toBe("22 May 2018");
    expect(momentsOf("th").day("2018-05-21T09:20:00.000Z")).toBe("21 พฤษภาคม 2561");
  });
});

import { describe, expect, it } from "vitest";
import { waitingFor, waitings } from "./waiting";

const country = { level: "country" } as const;
const region = { level: "region" } as const;
const passed = (response: "awaited" | "unanswered" | "given" | null, unit: typeof country | typeof region = country) =>
  ({ end: null, isAskedIfValid: false, stage: "passed", response, unit }) as const;
const inStage = (stage: "draft" | "sentBack" | "inSafetyCheck") =>
  ({ end: null, isAskedIfValid: false, stage, response: null, unit: country }) as const;

describe("what waits for whom", () => {
  it("is the author's until it is submitted, and again once a reply came or was missed", () => {
    expect(waitingFor("author", inStage("draft"))).toBe("finish");
    expect(waitingFor("author", inStage("sentBack"))).toBe("putRight");
    expect(waitingFor("author", inStage("inSafetyCheck"))).toBeNull();
    expect(waitingFor("author", passed("awaited"))).toBeNull();
    expect(waitingFor("author", passed("given"))).toBe("followUp");
    expect(waitingFor("author", passed("unanswered"))).toBe("noReply");
  });

  it("is the author's to say whether it still holds, after what they are at and before all else", () => {
    for (const response of [null, "awaited", "unanswered", "given"] as const)
      expect(waitingFor("author", { ...passed(response), isAskedIfValid: true })).toBe("stillValid");
    expect(waitingFor("author", { ...inStage("draft"), isAskedIfValid: true })).toBe("finish");
    expect(waitingFor("unit", { ...passed("awaited"), isAskedIfValid: true })).toBe("reply");
  });

  it("is the secretariat's to check, and to reply for the region alone", () => {
    expect(waitingFor("secretariat", inStage("inSafetyCheck"))).toBe("check");
    expect(waitingFor("secretariat", inStage("sentBack"))).toBeNull();
    expect(waitingFor("secretariat", passed("awaited"))).toBeNull();
    expect(waitingFor("secretariat", passed("awaited", region))).toBe("reply");
  });

  it("is the unit's to reply to, also after the due date", () => {
    expect(waitingFor("unit", passed("awaited"))).toBe("reply");
    expect(waitingFor("unit", passed("unanswered"))).toBe("reply");
    expect(waitingFor("unit", passed("given"))).toBeNull();
    expect(waitingFor("unit", passed(null))).toBeNull();
  });

  it("is nobody else's, and nobody's once it has ended", () => {
    for (const party of ["platform", "governments", "auditor", null] as const)
      expect(waitingFor(party, passed("awaited"))).toBeNull();
    expect(waitingFor("author", { ...passed("given"), end: "answered" })).toBeNull();
  });

  it("names each of them once", () => expect(new Set(waitings).size).toBe(waitings.length));
});

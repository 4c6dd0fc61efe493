import { describe, expect, it } from "vitest";
import {
  asksUnit,
  decisionCode,
  decisionKinds,
  isDueAt,
  kindsDecidedAt,
  type MeetingTime,
  mayFollowUp,
  mayWriteDecisions,
} from "./decision";
import { meetingStates } from "./meeting";

const meeting = (code: string, startsOn: string | null, more: Partial<MeetingTime> = {}): MeetingTime => ({
  code,
  startsOn,
  endsOn: startsOn,
  year: Number(startsOn?.slice(0, 4) ?? 2018),
  unit: null,
  ...more,
});
const som11 = meeting("SOM11", "2016-11-23");
const rtf = meeting("RTF-2017-05", "2017-05-10");
const som12 = meeting("SOM12", "2017-11-20");
const decided = { meeting: som11, dueOn: null, followUps: [] };

describe("a decision that is due at a meeting", () => {
  it("is of an earlier one, and has no due date, or one by then", () => {
    expect(isDueAt(decided, rtf)).toBe(true);
    expect(isDueAt(decided, som11)).toBe(false);
    expect(isDueAt({ ...decided, meeting: som12 }, rtf)).toBe(false);
    expect(isDueAt({ ...decided, dueOn: "2017-05-10" }, rtf)).toBe(true);
    expect(isDueAt({ ...decided, dueOn: "2017-05-11" }, rtf)).toBe(false);
    expect(isDueAt({ ...decided, dueOn: "2018-12-31" }, meeting("SOM13", null))).toBe(true);
  });

  it("is told of until a meeting before was told that it is done", () => {
    const followUps = [{ meeting: rtf, status: "done" as const }];
    expect(isDueAt({ ...decided, followUps }, rtf)).toBe(true);
    expect(isDueAt({ ...decided, followUps }, som12)).toBe(false);
    expect(isDueAt({ ...decided, followUps: [{ meeting: rtf, status: "underWay" }] }, som12)).toBe(true);
  });

  it("is of the same countries", () => {
    const national = meeting("NTF-THA-2017-1", "2017-05-10", { unit: "THA" });
    expect(isDueAt(decided, national)).toBe(false);
    expect(isDueAt({ ...decided, meeting: national }, som12)).toBe(false);
    expect(isDueAt({ ...decided, meeting: national }, meeting("NTF-THA-2017-2", "2017-09-01", { unit: "THA" }))).toBe(
      true,
    );
  });
});

it("decisions are written until the outcome is agreed, and followed up once a meeting is held", () => {
  expect(meetingStates.filter(mayWriteDecisions)).toEqual(["papersOut", "held"]);
  expect(meetingStates.filter(mayFollowUp)).toEqual(["held", "outcomeAgreed"]);
  expect(decisionCode("SOM11", 3)).toBe("SOM11-D3");
});

it("a decision that addresses nobody asks every country; one to an organisation alone asks none", () => {
  const units = [{ code: "THA" }];
  expect(asksUnit({ units: [], organisations: [] }, "LAO")).toBe(true);
  expect(asksUnit({ units: [], organisations: ["Harbour"] }, "LAO")).toBe(false);
  expect(asksUnit({ units, organisations: ["Harbour"] }, "THA")).toBe(true);
  expect(asksUnit({ units, organisations: [] }, "LAO")).toBe(false);
});

it("only the governments of all countries decide what acts on the plan", () => {
  for (const kind of ["som", "imm", "somImm", "rtf"] as const) expect(kindsDecidedAt(kind)).toEqual(decisionKinds);
  for (const kind of ["taskForce", "youthForum", "platform", "workshop"] as const)
    expect(kindsDecidedAt(kind)).toEqual(["documentAdopted", "task", "nextMeeting"]);
});

import "server-only";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import type { MeetingEntry, MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { changeDecision } from "@/lib/server/commands/meetings/change-decision";
import { changeMeeting } from "@/lib/server/commands/meetings/change-meeting";
import { deleteDecision } from "@/lib/server/commands/meetings/delete-decision";
import { deleteMeeting } from "@/lib/server/commands/meetings/delete-meeting";
import { followUp } from "@/lib/server/commands/meetings/follow-up";
import { requestPaperSet } from "@/lib/server/commands/meetings/request-paper-set";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { setChair } from "@/lib/server/commands/meetings/set-chair";
import { takeDownMeetingPart } from "@/lib/server/commands/meetings/take-down-meeting-part";
import { writeAgenda } from "@/lib/server/commands/meetings/write-agenda";
import { now, type Step, type World } from "./accounts-and-entry";

function keeping(world: World) {
  const entry: MeetingEntry = {
    kind: "som",
    year: 2018,
    startsOn: null,
    endsOn: null,
    isOnline: true,
    host: "THA",
    unit: null,
    texts: [{ locale: "en", title: "Senior Officials Meeting", place: "Bangkok", notes: "Planned." }],
    participants: [{ kind: "government", count: 12 }],
    sources: [{ title: "Its papers", url: "" }],
  };
  const secretariat = () => world.plan.actors.secretariat;
  const add = (code: string) => addMeeting(secretariat(), { plan: world.plan.code, code, entry });
  const seen = async (code: string): Promise<MeetingSeen> => {
    const { planId } = world.plan;
    const where = { planId_code: { planId, code } };
    const { id, rowVersion } = await world.database.prisma.meeting.findUniqueOrThrow({ where });
    return { plan: world.plan.code, id, rowVersion };
  };
  return { entry, secretariat, add, seen };
}

/** A meeting from its planning on, and one that nobody holds. */
export function meetings(world: World): Step[] {
  const { entry, secretariat, add, seen } = keeping(world);
  const point = {
    texts: [{ locale: "en" as const, title: "Progress" }],
    organisation: null,
    speaker: "",
    attends: [],
    nodes: [],
    documents: [],
    field: "nodes_1",
  };
  const decided: DecisionWords = {
    kind: "task",
    body: "Each country names a hotline.",
    dueOn: "",
    units: ["THA"],
    organisations: [],
    priority: null,
    extendedTo: null,
  };
  return [
    ["meetings/set-chair", () => setChair(secretariat(), { plan: world.plan.code, year: 2018, unit: "THA", seen: "" })],
    ["meetings/add-meeting", () => add("SOM12")],
    ["meetings/change-meeting", async () => changeMeeting(secretariat(), await seen("SOM12"), entry)],
    ["meetings/write-agenda", async () => writeAgenda(secretariat(), await seen("SOM12"), [point])],
    ["meetings/send-papers", async () => sendPapers(secretariat(), await seen("SOM12"), null, now)],
    ["meetings/advance-meeting", async () => advanceMeeting(secretariat(), await seen("SOM12"), "hold", now)],
    ["meetings/add-decision", async () => addDecision(secretariat(), await seen("SOM12"), decided, now)],
    ["meetings/change-decision", async () => changeDecision(secretariat(), await seen("SOM12"), 1, decided)],
    ["meetings/delete-decision", async () => deleteDecision(secretariat(), await seen("SOM12"), 1)],
    ["meetings/follow-up", async () => followUp(secretariat(), await seen("SOM12"), [], now)],
    [
      "meetings/take-down-meeting-part",
      async () => takeDownMeetingPart(secretariat(), await seen("SOM12"), { of: "notes", at: 0 }, "minor", now),
    ],
    [
      "meetings/delete-meeting",
      async () => {
        await add("SOM13");
        await deleteMeeting(secretariat(), await seen("SOM13"));
      },
    ],
  ];
}

/** The papers of one, which need a release with results. */
export function paperSets(world: World): Step[] {
  const { secretariat, add, seen } = keeping(world);
  return [
    [
      "meetings/request-paper-set",
      async () => {
        await add("SOM14");
        const { planId } = world.plan;
        const release = await world.database.prisma.release.findFirstOrThrow({ where: { planId } });
        await sendPapers(secretariat(), await seen("SOM14"), release.code, now);
        const { plan, id } = await seen("SOM14");
        await requestPaperSet(secretariat(), { plan, id, language: "en" }, now);
      },
    ],
  ];
}

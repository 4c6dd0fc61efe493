import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import type { RecommendationSaid, RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { addRecommendation } from "@/lib/server/commands/youth/add-recommendation";
import { deleteRecommendation } from "@/lib/server/commands/youth/delete-recommendation";
import { describeForum } from "@/lib/server/commands/youth/describe-forum";
import { passRecommendation } from "@/lib/server/commands/youth/pass-recommendation";
import { recallRecommendation } from "@/lib/server/commands/youth/recall-recommendation";
import { respondToRecommendation } from "@/lib/server/commands/youth/respond-to-recommendation";
import { sendBackRecommendation } from "@/lib/server/commands/youth/send-back-recommendation";
import { submitRecommendation } from "@/lib/server/commands/youth/submit-recommendation";
import { takeDownRecommendation } from "@/lib/server/commands/youth/take-down-recommendation";
import { takeDownTranslation } from "@/lib/server/commands/youth/take-down-translation";
import { translateRecommendation } from "@/lib/server/commands/youth/translate-recommendation";
import { writeRecommendation } from "@/lib/server/commands/youth/write-recommendation";
import { now, type Step, type World, words } from "./accounts-and-entry";

/** What young people recommend at a forum, and what a country answers. */
export function youth(world: World): Step[] {
  const secretariat = () => world.plan.actors.secretariat;
  const facilitator = (): Actor => ({
    ...world.plan.actors.cso,
    roles: [{ role: "youthFacilitator", plan: { id: world.plan.planId, code: world.plan.code }, unit: null }],
  });
  const said = (of: string): RecommendationSaid => ({ body: words(of), language: "en", node: "G1", units: ["THA"] });
  const entry: MeetingEntry = {
    kind: "youthForum",
    year: 2018,
    startsOn: null,
    endsOn: null,
    isOnline: false,
    host: null,
    unit: null,
    participants: [],
    sources: [],
    texts: [{ locale: "en", title: "Forum", place: "", notes: "" }],
  };
  const code = "YF-2018";
  const forum = async () => {
    const { id } = await world.database.prisma.meeting.findUniqueOrThrow({
      where: { planId_code: { planId: world.plan.planId, code } },
      select: { id: true },
    });
    return { plan: world.plan.code, meeting: id };
  };
  const seen = async (): Promise<RecommendationSeen> => {
    const { id, rowVersion } = await world.database.prisma.addressedText.findFirstOrThrow({
      where: { planId: world.plan.planId, kind: "recommendation" },
      orderBy: { id: "asc" },
    });
    return { plan: world.plan.code, id, rowVersion };
  };
  const submit = async () => submitRecommendation(facilitator(), await seen(), now);
  return [
    [
      "youth/add-recommendation",
      async () => {
        const plan = world.plan.code;
        const { id } = await addMeeting(secretariat(), { plan, code, entry });
        await advanceMeeting(secretariat(), { plan, id, rowVersion: 1 }, "hold", now);
        await addRecommendation(facilitator(), await forum(), said("recommendation"), now);
      },
    ],
    [
      "youth/describe-forum",
      async () => {
        const { plan, meeting: id } = await forum();
        const facts = { theme: words("theme"), organisers: words("organisers"), safeguarding: null };
        const counts = [{ unit: "THA", sex: "female", age: "from15", count: 3 } as const];
        await describeForum(facilitator(), { plan, id, rowVersion: 2 }, { ...facts, counts });
      },
    ],
    [
      "youth/write-recommendation",
      async () => writeRecommendation(facilitator(), await seen(), said("recommendation")),
    ],
    ["youth/submit-recommendation", submit],
    ["youth/recall-recommendation", async () => recallRecommendation(facilitator(), await seen())],
    [
      "youth/send-back-recommendation",
      async () => {
        await submit();
        await sendBackRecommendation(secretariat(), await seen(), { rule: "minor", note: words("note") }, now);
      },
    ],
    [
      "youth/pass-recommendation",
      async () => {
        await submit();
        await passRecommendation(secretariat(), await seen(), now);
      },
    ],
    [
      "youth/translate-recommendation",
      async () =>
        translateRecommendation(secretariat(), await seen(), [{ language: "th", body: words("translation") }]),
    ],
    [
      "youth/respond-to-recommendation",
      async () => {
        const evidence = { evidenceTitle: words("evidence"), evidenceUrl: "https://home.example/malee" };
        const answer = { ...evidence, unit: "THA", answer: "noted", body: words("answer") } as const;
        await respondToRecommendation(
          world.plan.actors.thailand,
          { ...(await seen()), rowVersion: 1 },
          answer,
          "sendReply",
          now,
        );
      },
    ],
    ["youth/take-down-translation", async () => takeDownTranslation(secretariat(), await seen(), "th", "minor", now)],
    ["youth/take-down-recommendation", async () => takeDownRecommendation(secretariat(), await seen(), "minor", now)],
    [
      "youth/delete-recommendation",
      async () => {
        const { id } = await addRecommendation(facilitator(), await forum(), said("deleted"), now);
        await deleteRecommendation(facilitator(), { plan: world.plan.code, id, rowVersion: 1 });
      },
    ],
  ];
}

import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/server/jobs/job-kind";

/**
 * Looks every quarter of an hour which due dates of replies have passed: each unit's day ends by its own clock, one of them at
 * half past an hour of the others, and a server may have slept over it. What is due soon is reminded of. Answers to young people
 * are due at a meeting, and wait beyond it: they are told of, and public pages say so from then on.
 */
export const lapseJob = defineJob({
  name: "lapseResponses",
  payload: z.object({}),
  longestMs: 10 * 60_000,
  schedule: { everyMs: 15 * 60_000, firstMs: 45_000 },
  async run() {
    const { lapseResponses } = await import("@/lib/server/commands/commitments/lapse-responses");
    const { remindOfReplies } = await import("./remind-of-replies");
    const { remindOfPoints } = await import("@/lib/server/civil-society/remind-of-points");
    const { remindOfRecommendations } = await import("@/lib/server/youth/remind-of-recommendations");
    const { notePassedMeetings } = await import("@/lib/server/youth/note-passed-meetings");
    const now = new Date();
    await lapseResponses(now);
    await remindOfReplies(now);
    await remindOfPoints(now);
    await remindOfRecommendations(now);
    await notePassedMeetings(now);
  },
});

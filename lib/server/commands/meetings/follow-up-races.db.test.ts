import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addKeyAction } from "../commitments/add-key-action";
import { sendReply } from "../commitments/send-reply";
import { takeDownObservation } from "../commitments/take-down-observation";
import { observing } from "../commitments/testing/observing";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { followUp } from "./follow-up";

// Two connections to one database. Only a server's can have two.

const server = process.env.SPAIV_TEST_DATABASE_URL;
const on = reportingTests();
const now = new Date("2018-10-16T04:00:00Z");
const observer = observing(on);

/** A connection of its own, in a transaction. */
async function begin(): Promise<pg.Client> {
  const { rows } = await on.database.pool.query<{ name: string }>("SELECT current_database() AS name");
  const url = new URL(server!);
  url.pathname = `/${rows[0]!.name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("BEGIN");
  return client;
}

/** So many statements wait for another transaction. */
async function waiting(many: number): Promise<void> {
  const count = async () =>
    (
      await on.database.pool.query(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
    ).rows[0].count;
  while ((await count()) < many) await setImmediate();
}

/** An observation that was replied to, and a meeting that looks at it. */
async function looked(): Promise<{ meeting: number; observation: number }> {
  const { secretariat, thailand } = on.plan.actors;
  const observation = await observer.passed();
  const before = new Date("2018-03-09T04:00:00Z");
  const promised = { body: "A second shelter opens", organisationId: null, dueOn: "2018-12-31" };
  await addKeyAction(thailand, await observer.seen(observation), promised, before);
  const actedOn = { kind: "actedOn", body: "More room is being made" } as const;
  await sendReply(thailand, await observer.seen(observation), actedOn, before);
  const { id } = await addMeeting(secretariat, {
    plan: on.plan.code,
    code: "RTF-2018-10",
    entry: {
      kind: "rtf",
      year: 2018,
      startsOn: "2018-10-15",
      endsOn: "2018-10-15",
      isOnline: false,
      host: null,
      unit: null,
      texts: [{ locale: "en", title: "RTF", place: "", notes: "" }],
      participants: [],
      sources: [],
    },
  });
  await advanceMeeting(secretariat, { plan: on.plan.code, id, rowVersion: 1 }, "hold", now);
  return { meeting: id, observation };
}
const tell = async (id: number, entries: Parameters<typeof followUp>[2]) => {
  const { rowVersion } = await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } });
  return followUp(on.plan.actors.secretariat, { plan: on.plan.code, id, rowVersion }, entries, now);
};

/** Tells it while the take-down has taken the words out, and isn't done yet. */
async function toldMeanwhile(
  { meeting, observation }: Awaited<ReturnType<typeof looked>>,
  entries: Parameters<typeof followUp>[2],
): Promise<PromiseSettledResult<void>> {
  const holder = await begin();
  // Both make public pages anew after they have written.
  await holder.query("SELECT FROM area_version FOR UPDATE");
  const seen = await observer.seen(observation);
  const gone = takeDownObservation(on.plan.actors.secretariat, seen, "namesSomebody", now);
  await waiting(1);
  const told = Promise.allSettled([tell(meeting, entries)]);
  await waiting(2);
  await holder.query("ROLLBACK");
  await gone;
  return (await told)[0];
}

describe.skipIf(!server)("what a meeting is told of words that are taken down at the same moment", () => {
  it("isn't kept", async () => {
    const { meeting, observation } = await looked();
    const told = await toldMeanwhile({ meeting, observation }, [
      { textId: observation, status: "underWay", body: "MALEE spoke" },
    ]);
    expect(await whereWordsStand(on.database, "MALEE")).toEqual([]);
    expect(told).toMatchObject({ status: "rejected", reason: refusal("invalid") });
  });

  it("isn't repeated by the audit where it was told before", async () => {
    const { meeting, observation } = await looked();
    await tell(meeting, [{ textId: observation, status: "underWay", body: "MALEE spoke" }]);
    await toldMeanwhile({ meeting, observation }, []);
    expect(await whereWordsStand(on.database, "MALEE")).toEqual([]);
    expect(await on.database.prisma.followUp.findMany({ where: { meetingId: meeting } })).toMatchObject([
      { textId: observation, status: "underWay", body: "" },
    ]);
  });
});

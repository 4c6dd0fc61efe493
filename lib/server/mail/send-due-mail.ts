import "server-only";
import type { ConnectionOptions } from "node:tls";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { siteTexts } from "@/lib/server/site/site-texts";
import { composeMail } from "./compose-mail";
import { mailReader } from "./mail-reader";
import { claimMail, type MailClaim, MailLost, noteAgain, noteDead, noteEnd, noteHanded } from "./mail-rows";
import { type MailSettings, mailSettings } from "./mail-settings";
import { readNotices } from "./read-notices";
import { sendBySmtp } from "./smtp";

interface Sending {
  signal?: AbortSignal;
  /** The clock of all servers that share the queue: the database's. */
  clock?: () => Promise<Date>;
  settings?: MailSettings | null;
  tls?: ConnectionOptions;
}

async function databaseMoment(): Promise<Date> {
  const client = await db();
  const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AT TIME ZONE 'UTC' AS now`;
  return row!.now;
}

/** Sends what is due, one mail after the other, until nothing is, or the mail server can't be had. */
export async function sendDueMail(sending: Sending = {}): Promise<void> {
  const { signal, clock = databaseMoment } = sending;
  await noteDead(await clock());
  while (!signal?.aborted) {
    const claim = await claimMail(await clock());
    if (!claim || !(await send(claim, clock, sending))) return;
  }
}

/** @returns whether to go on with the next one */
async function send(claim: MailClaim, clock: () => Promise<Date>, sending: Sending): Promise<boolean> {
  try {
    return await sendClaimed(claim, clock, sending);
  } catch (error) {
    if (error instanceof MailLost) return true;
    // A defect in one mail keeps no other from leaving.
    log.error({ err: error, mail: claim.id }, "A mail could not be made.");
    await noteAgain(claim, "defect", await clock()).catch((lost) => {
      if (!(lost instanceof MailLost)) throw lost;
    });
    return true;
  }
}

async function sendClaimed(
  claim: MailClaim,
  clock: () => Promise<Date>,
  { settings = mailSettings(), tls }: Sending,
): Promise<boolean> {
  const now = await clock();
  const reader = await mailReader(claim);
  const notices = await readNotices(claim.notices, reader, now);
  const leftOut = notices.filter((notice) => notice.leftOut !== null);
  const end = async (state: "sent" | "kept" | "failed" | "bounced" | "unknown" | "dropped", reason: string | null) =>
    noteEnd(claim, { state, reason, leftOut, to: reader.email }, await clock());
  const { name: site } = await siteTexts(reader.locale);
  const mail = reader.unreachable === null ? await composeMail(notices, reader.locale, now, { site }) : null;
  if (mail === null) await end("dropped", reader.unreachable ?? "nothingLeft");
  else if (settings === null) await end("kept", "noServer");
  else if (reader.actor?.isDemo) await end("kept", "demo");
  else {
    const { reference } = claim;
    const handed = async () => noteHanded(claim, await clock());
    const outcome = await sendBySmtp(settings, { to: reader.email, reference, mail, now }, handed, tls);
    if (outcome.state === "sent") await end("sent", null);
    else if (outcome.state !== "again") await end(outcome.state, outcome.reason);
    else {
      const { reason, isOfServer } = outcome;
      if (isOfServer) log.warn({ mail: claim.id, reason }, "The mail server could not be had.");
      await noteAgain(claim, reason, await clock());
      return !isOfServer;
    }
  }
  return true;
}

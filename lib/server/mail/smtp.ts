import "server-only";
import { Readable } from "node:stream";
import type { ConnectionOptions } from "node:tls";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { ComposedMail } from "./compose-mail";
import type { MailSettings } from "./mail-settings";

/** What became of a mail that was handed to the mail server, with the reason in codes. */
export type Outcome =
  | { state: "sent" }
  /** To be tried again; `isOfServer` where it would go no better with any other mail. */
  | { state: "again"; reason: string; isOfServer: boolean }
  | { state: "failed" | "bounced" | "unknown"; reason: string };

interface ToSend {
  to: string;
  /** The same however often it is tried. */
  reference: string;
  mail: ComposedMail;
  now: Date;
}

/** Longer silences aren't waited for; a whole dialogue stays far below the time after which an attempt is taken for dead. */
const SILENCE_MS = 60_000;

/**
 * Hands one mail to the mail server.
 * @param handed is called when the server has all of the mail but its end, and awaited before that goes: from then on nobody but
 * the server knows whether it took the mail
 */
export async function sendBySmtp(
  settings: MailSettings,
  { to, ...content }: ToSend,
  handed: () => Promise<void>,
  tls: ConnectionOptions = {},
): Promise<Outcome> {
  const { host, port, secure, requireTLS, credentials, from } = settings;
  const bytes = await messageOf(settings, { to, ...content });
  const timeouts = { connectionTimeout: SILENCE_MS, greetingTimeout: SILENCE_MS, socketTimeout: SILENCE_MS };
  const connection = new SMTPConnection({ host, port, secure, requireTLS, ...timeouts, tls });
  let isHanded = false;
  const ending = async () => {
    await handed();
    isHanded = true;
  };
  try {
    await new Promise<void>((resolve, reject) => {
      // Lost between two commands, it is the next one's failure.
      connection.on("error", reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (credentials)
      await new Promise<void>((resolve, reject) => {
        connection.on("error", reject);
        connection.login({ credentials }, (error) => (error ? reject(error) : resolve()));
      });
    await new Promise<void>((resolve, reject) => {
      connection.on("error", reject);
      connection.on("end", () => reject(new Error("The connection ended.")));
      connection.send({ from: from.address, to: [to], size: bytes.length }, endingAfter(bytes, ending), (error) =>
        error ? reject(error) : resolve(),
      );
    });
    connection.quit();
    return { state: "sent" };
  } catch (error) {
    connection.close();
    return outcomeOf(error as SmtpError, isHanded);
  }
}

/** The bytes, and their end only after `ending`. */
function endingAfter(bytes: Buffer, ending: () => Promise<void>): Readable {
  return Readable.from(
    (async function* () {
      yield bytes;
      await ending();
    })(),
    { objectMode: false },
  );
}

function messageOf({ from }: MailSettings, { to, reference, mail, now }: ToSend): Promise<Buffer> {
  const { subject, text, html, locale, footer } = mail;
  const composed = new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    date: now,
    messageId: `<${reference}@${from.address.split("@")[1]}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": locale,
      // Where each chooses what to receive, once they are signed in.
      ...(footer && { "List-Unsubscribe": { prepared: true, value: `<${footer.href}>` } }),
    },
  });
  return composed.compile().build();
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** No such address, or none that takes mail. Other refusals of a recipient are the server's rules, or last for a while. */
const isNoAddress = (status: number, enhanced: string | undefined) =>
  [550, 551, 553].includes(status) && (enhanced === undefined || /^5\.1\./.test(enhanced));

function outcomeOf({ code, command = "", responseCode, response = "" }: SmtpError, isHanded: boolean): Outcome {
  if (responseCode === undefined) {
    if (code === "EENVELOPE") return { state: "failed", reason: "noAddress" };
    // After its end had gone, silence says nothing of what the server did.
    if (isHanded) return { state: "unknown", reason: "noAnswer" };
    return { state: "again", reason: code === "ETLS" ? "tls" : "noConnection", isOfServer: true };
  }
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  // Whatever else a server writes may name somebody.
  const reason = [responseCode, enhanced].filter(Boolean).join(" ");
  // Before the sender is named, it is a matter of settings or of the server.
  const isOfServer = !/^(MAIL FROM|RCPT TO|DATA)/.test(command);
  if (responseCode < 500 || isOfServer) return { state: "again", reason, isOfServer };
  const isRefusedAddress = command.startsWith("RCPT TO") && isNoAddress(responseCode, enhanced);
  return { state: isRefusedAddress ? "bounced" : "failed", reason };
}

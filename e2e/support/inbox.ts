import { expect } from "@playwright/test";
import type { ParsedMail } from "mailparser";
import { startMailServer, type TestMailServer } from "@/lib/server/mail/testing/mail-server";

/** The mail server of a journey, with what each person got. */
export interface Inbox {
  /** What a server is told to send through it. */
  env: Record<string, string>;
  /** All mail of somebody, oldest first. */
  of(person: string): ParsedMail[];
  /** All mail that it took. */
  all(): ParsedMail[];
  /** Waits for the next mail to somebody that says this, and gives it. */
  next(person: string, said: string | RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
}

const addressesOf = ({ to }: ParsedMail) =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

export async function openInbox(): Promise<Inbox> {
  const server: TestMailServer = await startMailServer();
  const read = new Set<ParsedMail>();
  const of = (person: string) => server.taken.filter((mail) => addressesOf(mail).includes(person));
  return {
    env: {
      SPAIV_SMTP_URL: `smtp://127.0.0.1:${server.settings.port}`,
      SPAIV_MAIL_FROM: "SPAIV Monitor <monitor@example.org>",
    },
    of,
    all: () => [...server.taken],
    async next(person, said) {
      const found = () => of(person).find((mail) => !read.has(mail) && `${mail.subject}\n${mail.text}`.match(said));
      // What waits in the queue is looked for once a minute.
      await expect.poll(found, { message: `a mail to ${person}: ${said}`, timeout: 75_000 }).toBeTruthy();
      const mail = found()!;
      read.add(mail);
      return mail;
    },
    close: () => server.close(),
  };
}

/** The address in a mail that leads to a place of the site. */
export function linkIn({ text = "" }: ParsedMail, place: string): string {
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  const link = links.find((each) => new URL(each).pathname.includes(`/${place}`));
  if (!link) throw new Error(`No link to ${place} stands in:\n${text}`);
  return link;
}

import "server-only";

type Variables = Readonly<Record<string, string | undefined>>;

/** The mail server that takes what is sent, and whom it comes from. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte; else by STARTTLS where the server offers it. */
  secure: boolean;
  /** A password goes to no other machine in clear. */
  requireTLS: boolean;
  credentials: { user: string; pass: string } | null;
  from: { name: string; address: string };
}

const howTo =
  "Write smtp://user:password@host:587, or smtps:// for a port that speaks TLS from its beginning, usually 465. Each /, @, :, #, ? and % of a user's name or password is encoded: %2F, %40, %3A, %23, %3F, %25.";

/** The value is never said: a password may stand in it. */
export function smtpUrlFault(url: string): string | null {
  if (!/^smtps?:\/\//.test(url)) return `SPAIV_SMTP_URL doesn't begin with smtp:// or smtps://. ${howTo}`;
  return readUrl(url) === null ? `SPAIV_SMTP_URL can't be read as the address of a mail server. ${howTo}` : null;
}

export function mailFromFault(from: string): string | null {
  return readFrom(from) === null
    ? "SPAIV_MAIL_FROM is no address of mail. Write monitor@example.org, or with a name: SPAIV Monitor <monitor@example.org>"
    : null;
}

/** What only shows beside other settings. */
export function mailSettingsFault({ SPAIV_SMTP_URL: url, SPAIV_MAIL_FROM: from, NEXTAUTH_URL: site }: Variables) {
  if (!url) return null;
  if (!from) return "SPAIV_SMTP_URL is set, and SPAIV_MAIL_FROM isn't: write the address that mail comes from.";
  return site ? null : "SPAIV_SMTP_URL is set, and NEXTAUTH_URL isn't: write the address that links in mails lead to.";
}

/** Null where no mail server is set, or nothing can be read of it: nothing leaves then. */
export function mailSettings(
  { SPAIV_SMTP_URL: url, SPAIV_MAIL_FROM: from }: Variables = process.env,
): MailSettings | null {
  const server = url ? readUrl(url) : null;
  const sender = from ? readFrom(from) : null;
  return server && sender && { ...server, from: sender };
}

function readUrl(url: string): Omit<MailSettings, "from"> | null {
  if (!/^smtps?:\/\/[^/?#\s]+\/?$/.test(url) || !URL.canParse(url)) return null;
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  try {
    const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
    if (hostname === "" || (user === "") !== (pass === "")) return null;
    return {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: user !== "" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname),
      credentials: user === "" ? null : { user, pass },
    };
  } catch {
    return null;
  }
}

function readFrom(from: string): MailSettings["from"] | null {
  const [, name = "", named] = /^([^<>"\r\n]*)<([^<>]+)>$/.exec(from.trim()) ?? [];
  const address = named ?? from.trim();
  return /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address) ? { name: name.trim(), address } : null;
}

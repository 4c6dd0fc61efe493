import "server-only";
import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { MailSettings } from "../mail-settings";

interface Refusal {
  at: "MAIL" | "RCPT" | "DATA";
  code: number;
  text: string;
}

/** A mail server of the test's own, on a port of its own, that keeps what it takes. */
export interface TestMailServer {
  settings: MailSettings;
  /** What it took, in order. */
  taken: ParsedMail[];
  /** What it refuses, each once, in order. */
  refusals: Refusal[];
  /** Called when it has all of a mail, before it answers. */
  beforeAnswer: () => Promise<void>;
  /** Connections that it was asked for. */
  connections: number;
  /** Cuts all connections. */
  cut(): void;
  close(): Promise<void>;
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const state = { taken: [] as ParsedMail[], refusals: [] as Refusal[], beforeAnswer: async () => {}, connections: 0 };
  const refusal = (at: Refusal["at"]): Error | null => {
    if (state.refusals[0]?.at !== at) return null;
    const { code, text } = state.refusals.shift()!;
    return Object.assign(new Error(text), { responseCode: code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect: (_, done) => {
      state.connections += 1;
      done();
    },
    onMailFrom: (_, __, done) => done(refusal("MAIL")),
    onRcptTo: (_, __, done) => done(refusal("RCPT")),
    onData: (stream, _, done) => {
      simpleParser(stream)
        .then(async (mail) => {
          await state.beforeAnswer();
          const error = refusal("DATA");
          if (!error) state.taken.push(mail);
          done(error);
        })
        .catch(done);
    },
    ...options,
  });
  // Whoever cuts a connection is a client that is tested.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const from = { name: "SPAIV Monitor", address: "monitor@example.org" };
  const settings = { host: "127.0.0.1", port, secure: false, requireTLS: false, credentials: null, from };
  return Object.assign(state, {
    settings,
    cut: () => {
      for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy();
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

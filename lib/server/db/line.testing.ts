import "server-only";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A place where a database could be: what becomes of each connection, its port, and what cuts it off. */
export async function place(receive: (socket: Socket) => void, at = 0) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    receive(socket);
  });
  await new Promise<void>((ready) => server.listen(at, "127.0.0.1", ready));
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  onTestFinished(cut);
  return { port: (server.address() as { port: number }).port, cut };
}

/** Passes everything on to the database, late where it hangs meanwhile, until it is cut off. */
export async function throughTo(database: URL) {
  let hangs = false;
  const ends = new Set<Socket>();
  const pass = (socket: Socket) => {
    const other = connect(Number(database.port), database.hostname);
    for (const [from, to] of [
      [socket, other],
      [other, socket],
    ] as const) {
      ends.add(from);
      from.on("error", () => {});
      from.on("data", (bytes) => to.write(bytes));
      from.on("close", () => to.destroy());
      if (hangs) from.pause();
    }
  };
  const { port, cut } = await place(pass);
  return {
    port,
    hang: (does: boolean) => {
      hangs = does;
      for (const end of ends) does ? end.pause() : end.resume();
    },
    cut,
    mend: () => place(pass, port),
  };
}

/** To whoever connects what PostgreSQL says where it wants a password (SCRAM), up to where one has to be there. */
export function askForPassword(socket: Socket): void {
  // The message's letter, its length, the kind of request, what there is to say.
  const asks = (kind: number, said: string) => {
    const message = Buffer.alloc(9 + said.length);
    message.write("R");
    message.writeInt32BE(8 + said.length, 1);
    message.writeInt32BE(kind, 5);
    message.write(said, 9);
    return message;
  };
  socket.once("data", () => {
    socket.write(asks(10, "SCRAM-SHA-256\0\0"));
    socket.once("data", () => socket.write(asks(11, "r=,s=,i=4096")));
  });
}

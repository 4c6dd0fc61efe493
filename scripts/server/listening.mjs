// Where the server listens, and why it can't, as a sentence for whoever starts it.
import { createServer } from "node:net";
import process from "node:process";

/** @returns {{ port: number, host: string }} port is NaN where PORT is no port */
export function listeningPlace() {
  const given = process.env.PORT?.trim() || "3000";
  return { port: /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN, host: process.env.HOST?.trim() || "127.0.0.1" };
}

const sentences = {
  EADDRINUSE: (host, port) => `Port ${port} of ${host} is taken by another program. Set PORT to one that is free.`,
  EACCES: (_, port) => `Port ${port} is only for the system's administrator. Set PORT to one from 1024 on.`,
  EADDRNOTAVAIL: (host) => `HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: (host) => `HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`,
};

/**
 * Tries to listen there, and lets go at once.
 * @returns {Promise<string | null>} null where a server can listen
 */
export function listeningFault({ port, host }) {
  if (!(port >= 1 && port <= 65_535)) {
    return Promise.resolve(`PORT is ${process.env.PORT}. Set it to a number from 1 to 65535.`);
  }
  return new Promise((resolve) => {
    // Whoever connects meanwhile is let go as well, or it would wait for them.
    const trial = createServer((socket) => socket.destroy());
    trial.once("error", (error) => resolve(sentences[error.code]?.(host, port) ?? error.message));
    trial.listen({ port, host, exclusive: true }, () => trial.close(() => resolve(null)));
  });
}

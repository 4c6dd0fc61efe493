// server.js of what is served in production: settles what Next's own server would take otherwise, and hands over to it.
import process from "node:process";
import { holdRequests } from "../../lib/server/front/before-servers.ts";
import { endWithNpm } from "./end-with-npm.mjs";
import { listeningFault, listeningPlace } from "./listening.mjs";

endWithNpm(() => process.kill(process.pid, "SIGTERM"));
process.chdir(import.meta.dirname);
await import("./read-env.mjs");
const place = listeningPlace();
const fault = await listeningFault(place);
if (fault !== null) {
  console.error(`\n${fault}\n`);
  process.exit(1);
}
// Next reads PORT=0 as 3000, and HOSTNAME, which containers and shells set to the machine's own name.
process.env.PORT = String(place.port);
process.env.HOSTNAME = place.host;
// Prisma's adapter sends a nested write's statements to pg without waiting in between, which pg queues and warns about.
process.noDeprecation = true;
// Next listens before what stands in front of it is loaded (instrumentation.ts).
holdRequests();
await import("./next-server.js");

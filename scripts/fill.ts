// Opens, migrates and fills the configured database as a server does when it starts, and ends: `npm start` has that done while
// it builds.
import process from "node:process";
import { closeDatabase } from "@/lib/server/db/client";
import { openForServing } from "@/prisma/seed/open-for-serving";

await openForServing();
await closeDatabase();
process.exit();

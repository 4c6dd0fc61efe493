// What bench/publications.mjs asks of the database; the last line says what came of it, in JSON.
import { writeFileSync } from "node:fs";
import { type PublicationFormat, type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { packContent } from "@/lib/publication/content";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { requestPublication } from "@/lib/server/commands/request-publication";
import { closeDatabase, currentDatabase } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { readContent } from "@/lib/server/publications/read-content";
import { seed } from "@/prisma/seed/seed";
import { measured } from "./measured";

const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
const kinds = { regional: "regional", country: "country", goal: "goal", databook: "dataBook" } as const;

function settingsOf(kind: keyof typeof kinds, formats: PublicationFormat[]): PublicationSettings {
  const isCountry = kind === "country";
  return {
    kind: kinds[kind],
    unit: isCountry ? "VNM" : "REGION",
    period: "2016",
    release: null,
    goal: kind === "goal" ? "G6" : null,
    countries: isCountry ? ["VNM"] : countries,
    sections: [...sectionsOfKind[kinds[kind]]],
    language: "en",
    isInternal: false,
    formats,
  };
}

const tasks: Record<string, (...args: string[]) => Promise<object>> = {
  async seed() {
    const { pool, prisma } = await currentDatabase();
    await deployMigrations(pool);
    await seed(prisma, () => {});
    return {};
  },
  /** Reads the results and words them, into a file that the next measurements begin with. */
  async content(kind = "", file = "") {
    await currentDatabase();
    return measured(async () => {
      const packed = await packContent(await readContent("spaiv", settingsOf(kind as keyof typeof kinds, ["pdf"])));
      writeFileSync(file, packed);
      return packed.length;
    });
  },
  async request() {
    const { prisma } = await currentDatabase();
    const person = await prisma.user.findFirstOrThrow({ where: { email: { startsWith: "secretariat@" } } });
    const session = await startSession(prisma, person.id, new Date());
    const actor = await sessionActor(session.id, new Date());
    if (!actor) throw new Error("Nobody of the secretariat is signed in.");
    return requestPublication(
      actor,
      "spaiv",
      settingsOf("regional", ["pdf", "docx", "html", "xlsx", "csv"]),
      new Date(),
    );
  },
};

const [name = "", ...args] = process.argv.slice(2);
console.log(JSON.stringify(await tasks[name]!(...args)));
await closeDatabase();
process.exit(0);

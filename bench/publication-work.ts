// One measurement of bench/publications.mjs, in a process of its own; the last line says what came of it, in JSON.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type PublicationFormat, type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { streamCsv } from "@/lib/exchange/csv/write-csv";
import { packContent, unpackContent } from "@/lib/publication/content";
import type { DataBook } from "@/lib/publication/data-book";
import { makeFile } from "@/lib/publication/make-file";
import { sampleBook } from "@/lib/publication/testing/sample-book";
import { sampleDocument } from "@/lib/publication/testing/sample-document";
import { sampleWords } from "@/lib/publication/testing/sample-words";
import { csvPackageOf } from "@/lib/publication/workbook/csv-package";
import { workbookOf } from "@/lib/publication/workbook/workbook-of";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { requestPublication } from "@/lib/server/commands/request-publication";
import { closeDatabase, currentDatabase } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { readContent } from "@/lib/server/publications/read-content";
import { seed } from "@/prisma/seed/seed";

const VALUES = 100_000;
const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
const kinds = { regional: "regional", country: "country", goal: "goal", databook: "dataBook" } as const;

function settingsOf(kind: keyof typeof kinds, formats: PublicationFormat[]): PublicationSettings {
  const isCountry = kind === "country";
  return {
    kind: kinds[kind],
    unit: isCountry ? "VNM" : "REGION",
    period: "2016",
    goal: kind === "goal" ? "G6" : null,
    countries: isCountry ? ["VNM"] : countries,
    sections: [...sectionsOfKind[kinds[kind]]],
    language: "en",
    isInternal: false,
    formats,
  };
}

/** The sample's figures over and over, each time of another period. */
const longBook = (values: number): DataBook => ({
  ...sampleBook,
  rows: Array.from({ length: values }, (_, index): ShownRow => {
    const row = sampleBook.rows[index % sampleBook.rows.length]!;
    return { ...row, period: String(2015 + Math.floor(index / sampleBook.rows.length)) };
  }),
});

const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const idle = megabytes(process.memoryUsage.rss());

/** @param work gives the bytes that it made */
async function measured(work: () => Promise<number>) {
  const start = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, idle, peak: megabytes(process.resourceUsage().maxRSS * 1024), KB: Math.round(bytes / 1024) };
}

const contentOf = async (file: string) => unpackContent(readFileSync(file));

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

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
  async file(file = "", format = "") {
    let pages = 0;
    const content = await contentOf(file);
    const result = await measured(async () => {
      const bytes = await makeFile(format as PublicationFormat, content, process.cwd());
      if (format === "pdf") pages = pagesOf(bytes);
      return bytes.length;
    });
    return { ...result, ...(pages > 0 && { pages }) };
  },
  async row(file = "", format = "") {
    const content = await contentOf(file);
    const hashes = new Set<string>();
    const memory: number[] = [];
    const result = await measured(async () => {
      for (let each = 0; each < 30; each++) {
        const bytes = await makeFile(format as PublicationFormat, content, process.cwd());
        hashes.add(createHash("sha256").update(bytes).digest("hex"));
        memory.push(megabytes(process.memoryUsage.rss()));
        await new Promise(setImmediate);
      }
      return 0;
    });
    return {
      ...result,
      "MB after 1, 10, 20, 30": [0, 9, 19, 29].map((each) => memory[each]).join(" "),
      different: hashes.size,
    };
  },
  async values(format = "") {
    const book = longBook(VALUES);
    return measured(async () => {
      if (format === "xlsx") return (await workbookOf(sampleDocument, book, sampleWords)).length;
      if (format === "package") return (await csvPackageOf(sampleDocument, book, sampleWords)).length;
      let bytes = 0;
      for await (const chunk of streamCsv(book.rows)) bytes += Buffer.byteLength(chunk);
      return bytes;
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

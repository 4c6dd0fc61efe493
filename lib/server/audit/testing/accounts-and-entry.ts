import "server-only";
import { photo } from "@/lib/cleaning/testing/authored-files";
import { sessionActor } from "@/lib/server/auth/session";
import { addComment } from "@/lib/server/commands/add-comment";
import { changePassword } from "@/lib/server/commands/change-password";
import { createAdministrator } from "@/lib/server/commands/create-administrator";
import { addEvidence } from "@/lib/server/commands/evidence/add-evidence";
import { addEvidenceFile } from "@/lib/server/commands/evidence/add-evidence-file";
import { removeEvidence } from "@/lib/server/commands/evidence/remove-evidence";
import { importFile } from "@/lib/server/commands/import-file";
import { keepFileToImport } from "@/lib/server/commands/keep-file-to-import";
import { chooseMail } from "@/lib/server/commands/mail/choose-mail";
import { seeMention } from "@/lib/server/commands/mentions/see-mention";
import { previewFile } from "@/lib/server/commands/preview-file";
import { recordNarrative } from "@/lib/server/commands/record-narrative";
import { recordNarratives } from "@/lib/server/commands/record-narratives";
import { signIn } from "@/lib/server/commands/sign-in";
import { signOut } from "@/lib/server/commands/sign-out";
import { recordIndicator } from "@/lib/server/commands/values/record-indicator";
import { recordReasons } from "@/lib/server/commands/values/record-reasons";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { recordValues } from "@/lib/server/commands/values/record-values";
import type { Database } from "@/lib/server/db/client";
import type { Reporting } from "@/test/factories/make-reporting";

// Every command run once, with words, names, addresses and values that can be told wherever they come up again.

export const now = new Date("2017-05-01T04:00:00Z");
export const words = (of: string) => `Aroon Saetang said ${of} at ${of}.home.example`;
export const network = "203.0.113.77";
export const person = { email: "somchai.new@home.example", name: "Somchai Nobody", organisation: "Office of Somchai" };
export const passwords = ["seven quiet rivers", "eleven loud mountains"] as const;
/** Of so many digits, for hashes are full of digits. */
export const values = ["91827364551", "82736455102", "73645510293", "64551029384"] as const;
export const fileName = "victims-of-malee.csv";

const entered = (number: string) => ({ kind: "number" as const, number, missingReason: "" as const });
const csv = Buffer.from(
  `Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE
THA,Thailand,Detected trafficking victims,Total,Total,Total,Total,2015,${values[2]}`,
);
export type Step = [command: string, run: () => Promise<unknown>];
export interface World {
  database: Database;
  plan: Reporting;
}

/** What people do with their accounts, and what they write into a draft; by the command's file, in an order that can be done. */
export function accountsAndEntry(world: World): Step[] {
  let session: { id: string; userId: number };
  const draft = () => world.plan.address("THA", "2015");
  const sha256 = () => keepFileToImport(world.plan.actors.thailand, draft(), csv, now);
  return [
    ["create-administrator", () => createAdministrator({ ...person, password: passwords[0] })],
    [
      "sign-in",
      async () => {
        // Until it is throttled, which is an event too.
        for (let n = 0; n < 12; n++)
          await signIn({ email: "malee.throttled@home.example", password: "wrong" }, network, now).catch(() => {});
        session = await signIn({ email: person.email, password: passwords[0] }, network, now);
      },
    ],
    [
      "change-password",
      async () => {
        const actor = (await sessionActor(session.id, now))!;
        await changePassword(actor, session.id, { currentPassword: passwords[0], newPassword: passwords[1] }, now);
      },
    ],
    ["mail/choose-mail", () => chooseMail(world.plan.actors.thailand, { wanted: ["returned"], none: undefined })],
    ["sign-out", () => signOut(session.id, now)],
    [
      "values/record-value",
      async () => {
        const save = { cell: "total", expectedRevision: 0 };
        const text = { kind: "narrative" as const, text: words("value"), missingReason: "" as const };
        await recordValue(world.plan.actors.thailand, draft(), { ...save, indicator: "G1.2-a", entered: text }, now);
        await recordValue(
          world.plan.actors.thailand,
          draft(),
          { ...save, indicator: "G1.2-b", entered: entered(values[0]) },
          now,
        );
      },
    ],
    [
      "values/record-values",
      () => {
        const cells = ["sex=female", "sex=male"].map((cell, n) => ({
          indicator: "G1.1-a",
          cell,
          expectedRevision: 0,
          entered: entered(values[n]!),
        }));
        return recordValues(world.plan.actors.thailand, draft(), cells, now);
      },
    ],
    [
      "values/record-indicator",
      () => {
        const cells = new Map([
          [
            "total",
            new Map([
              ["number", values[1]],
              ["revision", "0"],
            ]),
          ],
        ]);
        return recordIndicator(world.plan.actors.thailand, draft(), { indicator: "G2.1-a", cells }, now);
      },
    ],
    ["keep-file-to-import", sha256],
    [
      "preview-file",
      () => previewFile(world.plan.actors.thailand, draft(), { fileName, bytes: csv }, { locale: "en", now }),
    ],
    [
      "import-file",
      async () => {
        const file = { sha256: await sha256(), fileName, resolution: { answers: [] } };
        await importFile(world.plan.actors.thailand, draft(), file, now);
      },
    ],
    [
      "values/record-reasons",
      () =>
        recordReasons(
          world.plan.actors.thailand,
          draft(),
          { given: [{ indicator: "G1.1-c", reason: "notCollected" }] },
          now,
        ),
    ],
    [
      "record-narrative",
      async () => {
        const part = { pillar: "P1", kind: "progress" as const, isPublic: true };
        const record = (text: string, rowVersion: number) =>
          recordNarrative(world.plan.actors.thailand, draft(), { ...part, text, rowVersion }, now);
        await record(words("narrative"), 0);
        await record(words("another"), 1);
      },
    ],
    [
      "record-narratives",
      () => {
        const text = { pillar: "P1", kind: "lessons" as const, text: words("lessons"), isPublic: false, rowVersion: 0 };
        return recordNarratives(world.plan.actors.thailand, draft(), [{ ...text, was: "" }], now);
      },
    ],
    [
      "add-comment",
      () =>
        addComment(
          world.plan.actors.thailand,
          draft(),
          { indicator: "G1.2-b", body: words("comment"), tell: [world.plan.actors.secretariat.id] },
          now,
        ),
    ],
    [
      "mentions/see-mention",
      () =>
        seeMention(
          world.plan.actors.secretariat,
          draft(),
          { indicator: "G1.2-b", kind: "comment", last: 999_999 },
          now,
        ),
    ],
    [
      "evidence/add-evidence",
      () =>
        addEvidence(
          world.plan.actors.thailand,
          draft(),
          { indicator: "G1.2-b", title: words("evidence"), url: "https://malee.home.example/" },
          now,
        ),
    ],
    [
      "evidence/add-evidence-file",
      async () => {
        const file = { indicator: "G1.2-b", title: words("evidence"), bytes: await photo("png") };
        await addEvidenceFile(world.plan.actors.thailand, draft(), file, now);
      },
    ],
    [
      "evidence/remove-evidence",
      async () => {
        const file = await world.database.prisma.evidence.findFirst({ where: { fileId: { not: null } } });
        await removeEvidence(world.plan.actors.thailand, draft(), file?.id ?? 1, now);
      },
    ],
  ];
}

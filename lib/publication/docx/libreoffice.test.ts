import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileDocument } from "../testing/hostile-document";
import { findOffice } from "../testing/office";
import { sampleIn } from "../testing/other-languages";
import { sampleDocument } from "../testing/sample-document";
import { testPictures } from "../testing/test-pictures";
import { docxOf } from "./docx-of";

// What an office program makes of the file, where there is one: that it opens, in its order, with nothing lost.

const program = findOffice("texts");
if (!program) console.warn("LibreOffice Writer is not installed: no test opens the DOCX in an office program");

const documents = { sample: sampleDocument, khmer: sampleIn("km"), hostile: hostileDocument };

describe.skipIf(!program)("LibreOffice", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "docx-"));
  const textOf = (name: keyof typeof documents) => readFileSync(path.join(folder, `${name}.txt`), "utf8");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const files = [];
    for (const [name, document] of Object.entries(documents)) {
      const file = path.join(folder, `${name}.docx`);
      writeFileSync(file, await docxOf(document, testPictures));
      files.push(file);
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      program!,
      [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, ...files],
      {
        stdio: "ignore",
      },
    );
  });

  it("reads the contents before the chapters, and every value", () => {
    const text = textOf("sample");
    const places = ["Contents", "Main findings", "Goal G5", "1,127"].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text.match(/337 of 402/g)).toHaveLength(60);
  });

  it("reads other scripts unchanged", () => {
    const { title, words } = documents.khmer;
    for (const part of [title, words.contents, words.statuses.achieved]) expect(textOf("khmer")).toContain(part);
  });

  it("opens hostile texts as texts", () => {
    expect(textOf("hostile")).toContain("<script>alert(1)</script>");
  });
});

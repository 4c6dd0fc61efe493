import { describe, expect, it } from "vitest";
import { sourceFileLimits, sourceFileName } from "./source-file";

describe("the name under which a file is offered", () => {
  it.each([
    ["What we saw", "docx", "What we saw.docx"],
    ["What we saw.docx", "docx", "What we saw.docx"],
    ["invoice.pdf.exe", "pdf", "invoice.pdf.exe.pdf"],
    ["../../etc/passwd", "pdf", "etc passwd.pdf"],
    ["C:\\Users\\somebody\\a", "png", "C Users somebody a.png"],
    ["photo\u202Egpj.exe", "jpeg", "photo gpj.exe.jpg"],
    ['a"\r\nSet-Cookie: b', "xlsx", "a Set-Cookie b.xlsx"],
    ["e\u0301", "pdf", "\u00e9.pdf"],
    ["ภาพที่พักพิง", "webp", "ภาพที่พักพิง.webp"],
    ["...", "pptx", "file.pptx"],
    ["", "pdf", "file.pdf"],
  ] as const)("of %j as %s is %j", (title, type, name) => {
    expect(sourceFileName(title, type)).toBe(name);
  });

  it("is no longer than a disk can hold, and cut between characters", () => {
    const name = sourceFileName("😀".repeat(500), "pdf");
    expect([...name]).toHaveLength(sourceFileLimits.name + 4);
    expect(name).toMatch(/😀\.pdf$/u);
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { BodyTooLarge } from "./read-body";
import { readJson } from "./read-json";

const schema = z.strictObject({ text: z.string() });
const read = (body: string) =>
  readJson(new Request("http://localhost:3000/api", { method: "POST", body }), schema, 128 * 1024);

describe("a JSON body", () => {
  it("comes out as text that the database can hold", async () => {
    expect(await read(JSON.stringify({ text: "a\u0000b\r\nc" }))).toEqual({ text: "ab\nc" });
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["another shape", "[]"],
    ["a field too many", JSON.stringify({ text: "", more: 1 })],
    ["nested without end", "[".repeat(60_000) + "]".repeat(60_000)],
    ["nested without end in objects", `${'{"text":'.repeat(10_000)}1${"}".repeat(10_000)}`],
  ])("with %s is a fault of the fields, not of the server", async (_, body) => {
    await expect(read(body)).rejects.toThrow(InvalidFields);
  });

  it("is given up once it is too large", async () => {
    await expect(read(JSON.stringify({ text: "x".repeat(200_000) }))).rejects.toThrow(BodyTooLarge);
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Refusal } from "@/lib/domain/refusal";
import { openFormAction } from "./action";

const schema = z.object({
  title: z.string().min(1, "titleMissing").max(10),
  newPassword: z.string().optional(),
  tick: z.union([z.string(), z.array(z.string())]).optional(),
});

function form(fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}
const echo = openFormAction(schema, async (_, input) => ({ key: JSON.stringify(input) }));
const refusing = (refusal: Error, fields = {}) =>
  openFormAction(
    schema,
    async () => {
      throw refusal;
    },
    fields,
  );

describe("a form action", () => {
  it("hands the command clean input, without Next's own fields and files", async () => {
    const sent = form([
      ["title", "a\0\r\nb"],
      ["$ACTION_REF_1", ""],
      ["attached", new Blob(["x"])],
      ["tick", "1"],
      ["tick", "2"],
    ]);
    expect(await echo(null, sent)).toEqual({ ok: true, message: { key: '{"title":"a\\nb","tick":["1","2"]}' } });
  });

  it("names the fields at fault and gives back what was typed, but no password", async () => {
    const sent = form([
      ["title", ""],
      ["newPassword", "seven quiet rivers"],
      ["tick", "1"],
    ]);
    const state = await echo(null, sent);
    expect(state).toEqual({
      ok: false,
      refusal: { code: "invalid", args: { fields: 1 } },
      problems: [{ field: "title", key: "titleMissing", args: { limit: 1 } }],
      entered: { title: [""], tick: ["1"] },
    });
  });

  it("leaves to the command alone what was ticked of words, whatever its schema takes", async () => {
    const strict = openFormAction(z.strictObject({ title: z.string() }), async (_, { title }, lookedAt) => ({
      key: `${title} ${lookedAt.has(7)} ${lookedAt.has(8)}`,
    }));
    const sent = form([
      ["title", "a"],
      ["lookedAt", "5 7"],
      ["lookedAt", "9"],
    ]);
    expect(await strict(null, sent)).toEqual({ ok: true, message: { key: "a true false" } });
  });

  it("says so where a schema has no words of its own", async () => {
    const state = await echo(null, form([["title", "longer than ten"]]));
    expect(state).toMatchObject({ problems: [{ field: "title", key: "fieldInvalid", args: { limit: 10 } }] });
  });

  it("turns a refusal into a message, at its field when it has one", async () => {
    const sent = () => form([["title", "kept"]]);
    const refusal = new Refusal("throttled", { minutes: 3 });
    const plain = {
      ok: false,
      refusal: { code: "throttled", args: { minutes: 3 } },
      problems: [],
      entered: { title: ["kept"] },
    };
    expect(await refusing(refusal)(null, sent())).toEqual(plain);
    expect(await refusing(refusal, { throttled: "title" })(null, sent())).toEqual({
      ...plain,
      problems: [{ field: "title", key: "throttled", args: { minutes: 3 } }],
    });
  });

  it("lets a defect through to the error page", async () => {
    await expect(refusing(new TypeError("defect"))(null, form([["title", "x"]]))).rejects.toThrow("defect");
  });

  it("isn't thrown by field names that JavaScript knows", async () => {
    const sent = form([
      ["title", "x"],
      ["__proto__", "y"],
      ["constructor", "z"],
    ]);
    expect(await echo(null, sent)).toEqual({ ok: true, message: { key: '{"title":"x"}' } });
  });
});

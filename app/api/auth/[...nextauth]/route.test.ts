import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { POST } from "./route";

const post = (headers: Record<string, string>) =>
  POST(new NextRequest("http://localhost:3000/api/auth/signout", { method: "POST", headers }), {
    params: Promise.resolve({ nextauth: ["signout"] }),
  });

it.each([
  ["that is long", { "content-length": "16385" }],
  ["that doesn't say how long it is", {}],
  ["that says nonsense", { "content-length": "long" }],
])("reads no body %s, whoever sends it", async (_, headers: Record<string, string>) => {
  expect((await post(headers)).status).toBe(413);
});

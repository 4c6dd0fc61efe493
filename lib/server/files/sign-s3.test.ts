import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { signS3 } from "./sign-s3";

// Amazon's own examples, under "Signature calculations for the Authorization header".
const example = {
  address: "https://examplebucket.s3.amazonaws.com",
  bucket: "examplebucket",
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const day = new Date("2013-05-24T00:00:00Z");

it.each([
  [{ "max-keys": "2", prefix: "J" }, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"],
  [{ lifecycle: "" }, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"],
])("a request is signed as Amazon signs it: %j", (query, signature) => {
  const { headers } = signS3(example, { method: "GET", path: "/", query: query as Record<string, string> }, day);
  expect(headers.authorization).toMatch(new RegExp(`Signature=${signature}$`));
});

it("a body is signed by its hash, so that the store finds what was changed on its way", () => {
  const body = new TextEncoder().encode("words");
  const { headers } = signS3(example, { method: "PUT", path: "/key", body }, day);
  expect(headers["x-amz-content-sha256"]).toBe(createHash("sha256").update(body).digest("hex"));
});

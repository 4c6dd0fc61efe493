import { expect, it } from "vitest";
import { isReadablePath } from "./readable-path";

it.each(["/", "/en/spaiv/indicators/G3.2.1-a", "/en/%E0%B9%84%E0%B8%97%E0%B8%A2", "/en/50%25"])("reads %s", (path) => {
  expect(isReadablePath(path)).toBe(true);
});

it.each(["/en/%00", "/en/spaiv/%ED%A0%80", "/en/%F0%90", "/en/%E0%A4%A", "/en/50%", "/en/%zz"])(
  "doesn't read %s",
  (path) => {
    expect(isReadablePath(path)).toBe(false);
  },
);

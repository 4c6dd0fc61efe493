import { describe, expect, it } from "vitest";
import { demoPassword } from "@/lib/server/demo-accounts";
import { refuseWeakPassword } from "./refuse-weak-password";

const own = { name: "Somchai Jaidee", email: "somchai.jaidee@msdhs.example" };

describe("a new password", () => {
  it.each([
    ["eleven-char", "passwordTooShort"],
    ["somchai@msdhs", "passwordLikeOwnName"],
    ["SPAIV-2015-2018", "passwordWellKnown"],
    ["Password2024!!", "passwordWellKnown"],
    ["passw0rd-passw0rd", "passwordWellKnown"],
    ["Admin_Admin_Admin", "passwordWellKnown"],
    ["qwertyuiop12", "passwordWellKnown"],
    ["monkeymonkey1", "passwordWellKnown"],
    ["trustno1trustno1", "passwordWellKnown"],
    ["Thailand2026!", "passwordWellKnown"],
    ["Summer2026!!!", "passwordWellKnown"],
    ["abc".repeat(10), "passwordWellKnown"],
    [demoPassword, "passwordWellKnown"],
  ])("%s is refused: %s", async (password, weakness) => {
    await expect(refuseWeakPassword(password, own)).rejects.toThrow(
      expect.objectContaining({ code: "weakPassword", args: { weakness } }),
    );
  });

  it.each(["correct horse battery", "แม่น้ำโขงไหลผ่าน", "somchai reads the river", "7 rivers, 6 lands"])(
    "%s will do",
    (password) => refuseWeakPassword(password, own),
  );
});

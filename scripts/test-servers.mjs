// Servers that tests of files ask, where they are or can be installed: S3 (Debian's moto) and ClamAV. Without one its tests say that
// they are skipped.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { aptInstall } from "./postgres.mjs";
import { say } from "./steps.mjs";

const answers = (program, ...args) => spawnSync(program, args, { stdio: "ignore" }).status === 0;

const servers = [
  {
    name: "an S3 server",
    isHere: () => answers("/usr/bin/python3", "-c", "import moto.server"),
    packages: ["python3-moto", "python3-flask-cors"],
  },
  { name: "ClamAV", isHere: () => answers("clamd", "--version"), packages: ["clamav-daemon"] },
];

/** Installs those that are missing, where that is allowed. */
export async function installTestServers() {
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  for (const { name, isHere, packages } of servers) {
    if (isHere()) continue;
    if (mayInstall) {
      say(`Installing ${name} …`);
      await aptInstall(...packages).catch((error) => console.error(error.message));
    }
    if (!isHere()) say(`Without ${name} (Debian: apt-get install ${packages.join(" ")}): its tests are skipped.`);
  }
}

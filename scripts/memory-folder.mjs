// Where tests keep what they throw away: in memory, where the machine has room. A database is hundreds of small files, whose
// making costs a disk ten times as much of the processor.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const TMPFS = 0x01021994;
/** A hundred databases, of which a few are there at once, and the product laid out twice. */
const ENOUGH = 4 * 1024 ** 3;

/** A new folder in memory for everybody, as a temporary folder is; null where there is none, or none that will do. */
export function memoryFolder(of = "/dev/shm") {
  try {
    const { type, bavail, bsize } = statfsSync(of);
    // What fills it isn't there for programs: as much again has to be free for them.
    if (type !== TMPFS || bavail * bsize < ENOUGH || os.freemem() < 2 * ENOUGH) return null;
    const folder = mkdtempSync(path.join(of, "spaiv-"));
    chmodSync(folder, 0o1777);
    return runsPrograms(folder) ? folder : null;
  } catch {
    return null;
  }
}

/** A container's memory often runs none, and tests lay out an installation and run it. */
function runsPrograms(folder) {
  const program = path.join(folder, "program");
  writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
  try {
    execFileSync(program);
    return true;
  } catch {
    rmSync(folder, { recursive: true });
    return false;
  } finally {
    rmSync(program, { force: true });
  }
}

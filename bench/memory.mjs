// Memory of the server over ten minutes of a mixture of everything.
import { readFileSync } from "node:fs";
import { mixedLoad } from "./mixed-load.mjs";

/** Resident memory of a process in MB. @param {number} pid */
export const memoryOf = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);

/**
 * @param {string} address
 * @param {number} pid of the server
 * @param {number} minutes
 */
export async function memoryUnderLoad(address, pid, minutes) {
  const atStart = memoryOf(pid);
  let second = 0;
  const samples = [];
  const answers = await mixedLoad(address, {
    seconds: minutes * 60,
    everySecond: () => {
      samples.push(memoryOf(pid));
      if (++second % 60 === 0)
        console.log(`  after ${second / 60} min: ${samples.at(-1)} MB (at most ${Math.max(...samples)} MB)`);
    },
  });
  return { atStart, atEnd: memoryOf(pid), most: Math.max(...samples), answers };
}

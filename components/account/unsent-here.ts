import { browserMemory, browserMemoryReady } from "@/components/entry/memory/browser-memory";
import { forgetStoredCells } from "@/components/entry/state/standing-stored";
import { unsentReports } from "@/components/entry/state/unsent-cells";
import { serverAnswers } from "@/components/ui/forms/server-answers";

/** Whether only this browser has changes of values by that person, as far as the server answers: else nobody is signed out. */
export async function hasUnsentHere(userId: number): Promise<boolean> {
  await browserMemoryReady();
  const memory = browserMemory();
  const areWaiting = () => memory !== null && unsentReports(memory, userId).length > 0;
  if (!areWaiting() || !(await serverAnswers())) return false;
  await forgetStoredCells(memory!, userId);
  return areWaiting();
}

import type { EntryStore } from "./entry-store";

/** Whether a change is about to be sent, or on its way. */
const isMoving = (store: EntryStore): boolean =>
  [...store.places()].some(([, { phase }]) => phase.at === "waiting" || phase.at === "sending");

/** Comes to an end when the server has answered, or couldn't be reached, for all that was left. */
export function afterSaving(store: EntryStore): Promise<void> {
  return new Promise((resolve) => {
    if (!isMoving(store)) return resolve();
    const stop = store.watch(() => {
      if (isMoving(store)) return;
      stop();
      resolve();
    });
  });
}

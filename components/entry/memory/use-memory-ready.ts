import { useSyncExternalStore } from "react";
import { browserMemoryReady, isMemoryReady } from "./browser-memory";

const subscribe = (told: () => void) => {
  void browserMemoryReady().then(told);
  return () => {};
};

/** Whether all is known that the browser keeps: what is put together with that, or in its place, waits for it. */
export const useMemoryReady = (): boolean => useSyncExternalStore(subscribe, isMemoryReady, () => false);

"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once React has taken over the page that the server made. */
export function useIsAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

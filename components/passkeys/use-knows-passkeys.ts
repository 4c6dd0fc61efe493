"use client";

import { useSyncExternalStore } from "react";

type Knows = "known" | "notSupported" | "ipAddress" | "notSecure";

/**
 * Whether this browser uses passkeys at the address that was typed, or why not; null before React has taken over the page that
 * the server made. The browser is asked, for it decides: the server may not know what was typed.
 */
export const useKnowsPasskeys = (): Knows | null =>
  useSyncExternalStore(
    () => () => {},
    () => {
      // A passkey belongs to a host name, never to an address of numbers.
      if (/^([\d.]+|\[.*\])$/.test(window.location.hostname)) return "ipAddress";
      if (!window.isSecureContext) return "notSecure";
      return typeof window.PublicKeyCredential === "function" ? "known" : "notSupported";
    },
    () => null,
  );

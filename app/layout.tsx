import type { ReactNode } from "react";

/** Nothing of its own: each tree under it renders its document, in its language. It is here for `not-found.tsx`. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}

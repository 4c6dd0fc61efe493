"use client";

import type { ComponentProps } from "react";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import type { PartsSection } from "./parts-section";

const code = lateCode(() => import("./parts-section").then(({ PartsSection }) => PartsSection), true);

/**
 * The parts of a row that is open: most sheets are worked on with all of them shut, and theirs is code that waits. Once it came,
 * parts open with the key that asks for them, and the next key finds their fields.
 */
export function PartsOnceOpen(props: ComponentProps<typeof PartsSection>) {
  return <Late code={code} of={props} />;
}

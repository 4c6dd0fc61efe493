"use client";

import type { ComponentProps } from "react";
import { Late, lateCode } from "@/components/entry/sheet/late-code";
import type { TwoValues } from "./two-values";

const code = lateCode(() => import("./two-values").then(({ TwoValues }) => TwoValues));

/** Where two entered one cell, the question whose value stays: seldom, and after an answer of the server. Its code waits. */
export function OvertakenChoice(props: ComponentProps<typeof TwoValues>) {
  return props.state.phase.at === "overtaken" && <Late code={code} of={props} />;
}

import type { TargetValue } from "@/lib/domain/values/assessable-value";
import type { Scale } from "@/lib/views/public-value";
import { decimalText } from "@/lib/views/public-value";
import { type ValueWording, valueText } from "./value-text";

/** A target in a few characters; a percentage's stands as it is spoken, `82%`. */
export function targetText(target: TargetValue, scale: Scale, wording: ValueWording): string {
  if (target.kind === "number" && scale.type === "percentage") return `${decimalText(target.number, wording.locale)}%`;
  return valueText(target, scale, wording);
}

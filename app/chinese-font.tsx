import dynamic from "next/dynamic";
import type { Locale } from "@/lib/i18n/routing";

const Faces = dynamic(() => import("./chinese-font-faces"));

/** Chinese comes in a hundred files, and their list alone is larger than all other styles: only its own pages load it. */
export function ChineseFont({ locale }: { locale: Locale }) {
  return locale === "zh" ? <Faces /> : null;
}

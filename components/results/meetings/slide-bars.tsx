import { useTranslations } from "next-intl";
import { useCountedTemplates } from "@/components/results/distribution-list";
import { inWords } from "@/components/results/status/in-words";
import { StatusBar } from "@/components/results/status/status-bar";
import { totalOf } from "@/lib/charts/distribution";

/** How many results stand in each status, a row each; those without any are left out. */
export function SlideBars({
  rows,
}: {
  rows: readonly { code: string; title: string; hue: string; counts: number[] }[];
}) {
  const t = useTranslations("public.byGoal");
  const counted = useCountedTemplates();
  return (
    <ul className="dist">
      {rows
        .filter(({ counts }) => totalOf(counts) > 0)
        .map(({ code, title, hue, counts }) => (
          <li key={code}>
            <div className={`name ${hue}`}>
              <b>{code}</b> {title}
            </div>
            <StatusBar counts={counts} label={`${code}: ${inWords(counts, counted)}`} />
            <div className="tot">{t("results", { count: totalOf(counts) })}</div>
          </li>
        ))}
    </ul>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusSquare } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { formatsOf } from "@/lib/i18n/formats";

const marks = ["zero", "small", "suppressed", "missing"] as const;

/** The four marks that are never taken for one another, as tables write them and as charts and the heat map draw them. */
export function AboutMarks({
  threshold,
  earlier = [],
}: {
  threshold: number;
  /** Other thresholds, which held before. */
  earlier?: readonly number[] | undefined;
}) {
  const t = useTranslations("about.marks");
  const value = useTranslations("public.value");
  const { list } = formatsOf(useLocale());
  const written = { zero: "0", small: `<${threshold}`, suppressed: value("suppressed"), missing: value("noValue") };
  const drawn: Record<(typeof marks)[number], ReactNode> = {
    zero: <Dot className="pt" />,
    small: <Dot className="cens" />,
    suppressed: <StatusSquare status="suppressed" />,
    missing: (
      <>
        <svg className="plot" width={26} height={12} viewBox="0 0 26 12" aria-hidden="true">
          <path className="gapline" d="M2 6h22" />
        </svg>{" "}
        <StatusSquare status="noValue" />
      </>
    ),
  };
  return (
    <>
      <p>{t("lead")}</p>
      <Table
        caption={t("title")}
        head={
          <>
            <th scope="col">{t("written")}</th>
            <th scope="col">{t("drawn")}</th>
            <th scope="col">{t("meaning")}</th>
          </>
        }
      >
        {marks.map((mark) => (
          <tr key={mark}>
            <th scope="row">{written[mark]}</th>
            <td>{drawn[mark]}</td>
            <td>{t(mark, { last: threshold - 1 })}</td>
          </tr>
        ))}
      </Table>
      {earlier.length > 0 && (
        <p className="note">{t("earlier", { threshold, marks: list(earlier.map((each) => `<${each}`)) })}</p>
      )}
    </>
  );
}

function Dot({ className }: { className: string }) {
  return (
    <svg className="plot" width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <circle className={className} cx="6" cy="6" r="4.5" />
    </svg>
  );
}

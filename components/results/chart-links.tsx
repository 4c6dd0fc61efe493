const formats = ["png", "svg"] as const;

/** A chart as a picture, and its values as a file, in one line: it stands beside every chart. */
export function ChartLinks({
  label,
  chart,
  csv,
}: {
  /** "Download:" */
  label: string;
  /** The address of its pictures, before their format. */
  chart: string;
  csv: string;
}) {
  const link = (format: string, href: string) => (
    <a key={format} href={href}>
      {format.toUpperCase()}
    </a>
  );
  return (
    <p className="files">
      {`${label} `}
      {formats.map((format) => link(format, `${chart}/${format}`))}
      {link("csv", csv)}
    </p>
  );
}

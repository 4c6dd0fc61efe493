import { BorderStyle, type IParagraphStyleOptions, type IPropertiesOptions, LineRuleType, ShadingType } from "docx";
import { colours } from "../look";
import { watermark } from "../watermark";
import { titleSizes } from "./cover-title";
import { hex } from "./paper";
import { fontsOf } from "./runs";
import { scriptOfLanguage, wordLanguage } from "./scripts";

// Every look is a named style, so that whoever edits the document changes it in one place. Sizes are half points.

type Styles = NonNullable<IPropertiesOptions["styles"]>;

const ink = {
  text: hex(colours.text),
  secondary: hex(colours.textSecondary),
  muted: hex(colours.textMuted),
  accent: hex(colours.accent),
};

/** Line heights in 240ths: marks above and below letters need taller lines. The fonts' own lines are tall already. */
const lineOf = (language: string) => (scriptOfLanguage(language) === "latin" ? 264 : 276);

/** A bar at the left; above and below, lines in the paper's colour give the paper its height. */
const boxed = (bar: string, paper: string) => ({
  left: { style: BorderStyle.SINGLE, size: 24, color: bar, space: 8 },
  top: { style: BorderStyle.SINGLE, size: 4, color: paper, space: 5 },
  bottom: { style: BorderStyle.SINGLE, size: 4, color: paper, space: 5 },
});

function paragraphStyles(): IParagraphStyleOptions[] {
  const style = (
    id: string,
    name: string,
    run: IParagraphStyleOptions["run"],
    paragraph: IParagraphStyleOptions["paragraph"] = {},
    more: Partial<IParagraphStyleOptions> = {},
  ): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", quickFormat: true, run, paragraph, ...more });
  const tight = { line: 252, lineRule: LineRuleType.AUTO };
  return [
    style("Kicker", "Kicker", { size: 20, color: ink.muted }, { spacing: { before: 0, after: 40 }, keepNext: true }),
    style("Lead", "Lead", { size: 25, color: ink.text }, { spacing: { after: 200 } }),
    style("Small", "Small", { size: 17, color: ink.muted }, { spacing: { before: 40, after: 160 } }),
    style(
      "Note",
      "Note",
      { size: 20, color: ink.text },
      {
        spacing: { before: 160, after: 200 },
        indent: { left: 200 },
        shading: { type: ShadingType.CLEAR, fill: hex(colours.surfaceSunk), color: "auto" },
        border: boxed(ink.accent, hex(colours.surfaceSunk)),
      },
    ),
    style(
      "Notice",
      "Notice",
      { size: 19, color: hex(colours.warning) },
      {
        spacing: { before: 0, after: 60 },
        indent: { left: 160 },
        shading: { type: ShadingType.CLEAR, fill: hex(colours.warningSurface), color: "auto" },
        border: boxed(hex(colours.warning), hex(colours.warningSurface)),
      },
    ),
    style(
      "Internal",
      "Internal mark",
      { size: 20, bold: true, color: hex(watermark.ink) },
      {
        spacing: { before: 0, after: 120 },
        indent: { left: 160 },
        shading: { type: ShadingType.CLEAR, fill: hex(watermark.fill), color: "auto" },
        border: boxed(hex(watermark.fill), hex(watermark.fill)),
      },
    ),
    style("CoverKicker", "Cover kicker", { size: 24, color: ink.accent, bold: true }, { spacing: { before: 2400 } }),
    style("Subtitle", "Subtitle", { size: 28, color: ink.secondary }, { spacing: { before: 80, after: 480 } }),
    style(
      "ContentsTitle",
      "Contents title",
      { size: 32, bold: true, color: ink.text },
      { spacing: { after: 200 }, keepNext: true },
    ),
    style(
      "ChartTitle",
      "Chart title",
      { size: 22, bold: true, color: ink.text },
      { spacing: { before: 40, after: 40, ...tight }, keepNext: true, keepLines: true },
    ),
    style(
      "ChartSubtitle",
      "Chart subtitle",
      { size: 18, color: ink.secondary },
      { spacing: { after: 80 }, keepNext: true, keepLines: true },
    ),
    style("Picture", "Picture", {}, { spacing: { before: 40, after: 40, line: 240 }, keepNext: true }),
    style("TableText", "Table text", { size: 17 }, { spacing: { before: 0, after: 0, ...tight } }),
    style("TableHead", "Table head", { bold: true }, { keepNext: true }, { basedOn: "TableText" }),
    style("TableGroup", "Table group", { bold: true }, { keepNext: true }, { basedOn: "TableText" }),
    style("TableDetail", "Table detail", { size: 14, color: ink.muted }, {}, { basedOn: "TableText" }),
    style("HeatText", "Heat table text", { size: 14 }, {}, { basedOn: "TableText" }),
    style("Header", "header", { size: 16, color: ink.muted }, { spacing: { before: 0, after: 200, ...tight } }),
    style("Footer", "footer", { size: 16, color: ink.muted }, { spacing: { before: 0, after: 0, ...tight } }),
    style("TOC1", "toc 1", { bold: true }, { spacing: { before: 140, after: 30 } }),
    style("TOC2", "toc 2", { size: 19 }, { spacing: { before: 0, after: 20 }, indent: { left: 280 } }),
  ];
}

/** The styles of a document in a language (BCP 47). */
export function stylesOf(language: string): Styles {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: ink.text, font: fontsOf(language) },
    paragraph: { spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: fontsOf(language), size: 20, color: ink.text, language: wordLanguage(language) },
        paragraph: { spacing: { after: 120, line: lineOf(language), lineRule: LineRuleType.AUTO } },
      },
      title: heading(titleSizes[0], 120, 80),
      heading1: heading(36, 0, 160),
      heading2: heading(27, 360, 100),
      heading3: heading(22, 280, 80),
      caption: {
        run: { size: 17, color: ink.muted, italics: false },
        paragraph: { spacing: { before: 280, after: 40 }, keepNext: true },
      },
      hyperlink: { run: { color: ink.accent } },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: paragraphStyles(),
  };
}

import { ImageRun, Paragraph } from "docx";
import type { ChartPictures } from "@/lib/publication/chart-pictures";
import { type ChartBlock, chartName, type DocumentWords } from "@/lib/publication/document";
import { caption, type Numbers } from "./captions";
import { pictureSpace } from "./paper";
import { runsOf } from "./runs";

/** Number and finding above, the picture with all its values as alternative text, the source below. */
export function chartOf(
  chart: ChartBlock,
  pictures: ChartPictures,
  words: DocumentWords,
  numbers: Numbers,
): Paragraph[] {
  const number = caption("chart", words.chart, numbers, chart.about);
  const picture = pictures.png(chart);
  const scale = Math.min(pictureSpace.width / picture.width, pictureSpace.height / picture.height);
  const image = new ImageRun({
    type: "png",
    data: picture.bytes,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: {
      id: String(numbers.chart),
      name: words.chart.replace("{number}", String(numbers.chart)),
      title: chartName(chart),
      description: chart.alt,
    },
  });
  return [
    number,
    new Paragraph({ style: "ChartTitle", children: runsOf(chart.title) }),
    new Paragraph({ style: "ChartSubtitle", children: runsOf(chart.subtitle) }),
    new Paragraph({ style: "Picture", children: [image] }),
    new Paragraph({ style: "Small", children: runsOf(chart.source) }),
  ];
}

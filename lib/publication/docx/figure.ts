import { ImageRun, Paragraph } from "docx";
import type { ChartPictures } from "../chart-pictures";
import { type DocumentWords, type FigureBlock, figureName } from "../document";
import { caption, type Numbers } from "./captions";
import { pictureRoom } from "./paper";
import { runsOf } from "./runs";

/** Number and finding above, the picture with all its figures as alternative text, the source below. */
export function figureOf(
  figure: FigureBlock,
  pictures: ChartPictures,
  words: DocumentWords,
  numbers: Numbers,
): Paragraph[] {
  const number = caption("figure", words.figure, numbers, figure.about);
  const picture = pictures.png(figure);
  const scale = Math.min(pictureRoom.width / picture.width, pictureRoom.height / picture.height);
  const image = new ImageRun({
    type: "png",
    data: picture.bytes,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: {
      id: String(numbers.figure),
      name: words.figure.replace("{number}", String(numbers.figure)),
      title: figureName(figure),
      description: figure.alt,
    },
  });
  return [
    number,
    new Paragraph({ style: "FigureTitle", children: runsOf(figure.title) }),
    new Paragraph({ style: "FigureSubtitle", children: runsOf(figure.subtitle) }),
    new Paragraph({ style: "Picture", children: [image] }),
    new Paragraph({ style: "Small", children: runsOf(figure.source) }),
  ];
}

import "server-only";
import type { PublicationFormat } from "@/lib/domain/publication";

const ooxml = "application/vnd.openxmlformats-officedocument";
const mediaTypes: Record<PublicationFormat, string> = {
  pdf: "application/pdf",
  docx: `${ooxml}.wordprocessingml.document`,
  html: "text/html; charset=utf-8",
  xlsx: `${ooxml}.spreadsheetml.sheet`,
  csv: "application/zip",
};

/**
 * What a file of a publication is sent with.
 * @param name in ASCII (`fileStem`), so that no other form of it is needed
 */
export const fileHeaders = (format: PublicationFormat, { name, sha256 }: { name: string; sha256: string }) => ({
  "Content-Type": mediaTypes[format],
  "Content-Disposition": `attachment; filename="${name}"`,
  ETag: `"${sha256}"`,
});

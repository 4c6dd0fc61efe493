import "server-only";
import { type FileType, sourceFileName } from "@/lib/domain/source-file";

const office = "application/vnd.openxmlformats-officedocument";
const mediaTypes: Record<FileType, string> = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
};

/**
 * What a file that somebody added is sent with: to be kept and opened elsewhere, never shown as a page of this site. Its name is
 * in any script (RFC 6266), and in ASCII for whoever reads no other.
 */
export function storedFileHeaders(file: { title: string; type: FileType; size: number; sha256: string }) {
  const { title, type, size, sha256 } = file;
  const name = sourceFileName(title, type);
  const plain = name.replace(/[^\x20-\x7e]|["%\\]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "Content-Type": mediaTypes[type],
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "Content-Length": String(size),
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    ETag: `"${sha256}"`,
  };
}

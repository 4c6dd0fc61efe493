import "server-only";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import type { SourceFileView } from "@/lib/views/commitments/observation-view";

/** A file of what somebody addresses to governments; its hash finds its bytes. */
export interface FileRow extends SourceFileView {
  textId: number;
  sha256: string;
}

/** Files of texts as JSON, in the order of their places: of a statement that asks for more. */
export const filesJson = (textIds: readonly number[]) => Prisma.sql`
  (SELECT COALESCE(json_agg(json_build_object('textId', a.text_id, 'id', f.id, 'title', f.title, 'type', f.type,
      'size', f.size, 'sha256', f.sha256) ORDER BY a.text_id, a.place), '[]')
    FROM addressed_file a JOIN stored_file f ON f.id = a.file_id
    WHERE a.text_id = ANY(${[...textIds]}::int[]))`;

/** Files of texts, in one statement. */
export async function readFiles(
  client: Pick<PrismaClient, "$queryRaw">,
  textIds: readonly number[],
): Promise<FileRow[]> {
  const [{ files }] = await client.$queryRaw<[{ files: FileRow[] }]>`SELECT ${filesJson(textIds)} AS files`;
  return files;
}

/** What a reader is told of one text's files. */
export const filesOf = (rows: readonly FileRow[], of: number): SourceFileView[] =>
  rows.flatMap(({ textId, sha256: _, ...file }) => (textId === of ? [file] : []));

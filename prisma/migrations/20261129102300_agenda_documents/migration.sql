-- Documents of agenda points: titled links, which are read and written with their point alone.
-- AlterTable
ALTER TABLE "agenda_point" ADD COLUMN     "documents" JSONB NOT NULL DEFAULT '[]';

-- What Prisma's schema can't say.
ALTER TABLE "agenda_point" ADD CONSTRAINT "agenda_point_documents_check" CHECK (jsonb_typeof("documents") = 'array');

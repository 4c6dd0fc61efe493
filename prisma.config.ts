// For Prisma's command line, which is installed apart (scripts/prisma.mjs): no import of it resolves here.
export default {
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
};

import type { Transaction } from "@/lib/server/db/client";
import type { PrismaClient } from "@/lib/server/db/generated/client";

/** Writes what the database's triggers would refuse, such as a change of an adopted edition. */
export const pastTriggers = <T>(prisma: PrismaClient, write: (tx: Transaction) => Promise<T>): Promise<T> =>
  prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    return write(tx);
  });

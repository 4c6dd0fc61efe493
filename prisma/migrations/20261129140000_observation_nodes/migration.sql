-- An observation may be about an outcome or an output as well as a goal: what it refers to is any node of the framework. The check
-- that it has one subject, its index and its reference follow the name.
ALTER TABLE "observation" RENAME COLUMN "goal_id" TO "node_id";
ALTER TABLE "observation" RENAME CONSTRAINT "observation_goal_id_fkey" TO "observation_node_id_fkey";
ALTER INDEX "observation_goal_id_idx" RENAME TO "observation_node_id_idx";

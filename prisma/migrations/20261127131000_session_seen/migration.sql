-- When a session was last used: one that rests for too long is over. Those that go on now were used now.
ALTER TABLE "session" ADD COLUMN "seen_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "audit_anchor" (
    "number" INTEGER NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("number")
);

-- What Prisma's schema can't say.
CREATE TRIGGER "audit_anchor_append_only" BEFORE UPDATE OR DELETE ON "audit_anchor"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_anchor_never_emptied" BEFORE TRUNCATE ON "audit_anchor"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Makes today's anchor (in UTC) where there is none yet, whichever server comes first.
CREATE FUNCTION "make_audit_anchor"() RETURNS SETOF "audit_anchor" LANGUAGE plpgsql AS $$
DECLARE
  last audit_anchor;
  moment timestamp(3);
  new_heads jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit anchor', 0));
  SELECT a.* INTO last FROM audit_anchor a ORDER BY a.number DESC LIMIT 1;
  moment := date_trunc('milliseconds', clock_timestamp() AT TIME ZONE 'UTC');
  IF last.made_at::date >= moment::date THEN RETURN; END IF;
  -- An event that was written before the last anchor may have been committed after it: transactions end within the hour.
  SELECT coalesce(jsonb_object_agg(h.stream, jsonb_build_array(h.sequence, h.hash)), '{}') INTO new_heads FROM (
    SELECT DISTINCT ON (e.stream) e.stream, e.sequence, e.hash FROM audit_event e
    WHERE last.number IS NULL OR e.at > last.made_at - interval '1 hour' ORDER BY e.stream, e.sequence DESC
  ) h;
  RETURN QUERY INSERT INTO audit_anchor (number, made_at, heads, previous_hash, hash)
  VALUES (coalesce(last.number, 0) + 1, moment, new_heads, coalesce(last.hash, ''),
    encode(sha256(convert_to(jsonb_build_array(coalesce(last.number, 0) + 1, coalesce(last.hash, ''),
      to_char(moment, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), new_heads)::text, 'UTF8')), 'hex'))
  RETURNING *;
END $$;

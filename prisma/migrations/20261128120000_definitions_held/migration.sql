-- Who writes the rules of a definition holds the editions that have it, as who writes anything else of a draft does. So nobody
-- writes one of a draft that is being adopted: whoever tries waits, and is refused.
CREATE OR REPLACE FUNCTION "refuse_of_adopted_definition"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE edition record;
BEGIN
  FOR edition IN
    SELECT e.from_version FROM edition_definition d JOIN framework_edition e ON e.id = d.edition_id
    WHERE d.indicator_version_id IN ((to_jsonb(OLD) ->> TG_ARGV[0])::int, (to_jsonb(NEW) ->> TG_ARGV[0])::int)
    FOR SHARE OF e
  LOOP
    IF edition.from_version IS NOT NULL THEN
      RAISE EXCEPTION 'rows of % belong to an adopted definition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

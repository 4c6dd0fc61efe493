-- By what a table of a definition splits its values is part of the definition: whoever writes it holds the editions that have
-- it, and is refused once one of them is adopted.
CREATE FUNCTION "refuse_of_adopted_table"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE edition record;
BEGIN
  FOR edition IN
    SELECT e.from_version
    FROM disaggregation_table t JOIN edition_definition d ON d.indicator_version_id = t.indicator_version_id
      JOIN framework_edition e ON e.id = d.edition_id
    WHERE t.id IN ((to_jsonb(OLD) ->> 'table_id')::int, (to_jsonb(NEW) ->> 'table_id')::int)
    FOR SHARE OF e
  LOOP
    IF edition.from_version IS NOT NULL THEN
      RAISE EXCEPTION 'rows of % belong to an adopted definition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "disaggregation_table_dimension_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "disaggregation_table_dimension"
  FOR EACH ROW EXECUTE FUNCTION "refuse_of_adopted_table"();

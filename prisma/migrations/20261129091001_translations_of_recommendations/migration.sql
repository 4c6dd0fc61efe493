-- What Prisma's schema can't say.

-- A recommendation stands in the young people's own words: what it says in other languages stands beside them, and never in
-- the language in which it was said.
CREATE FUNCTION "keep_recommendation_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM addressed_text t WHERE t.id = NEW.text_id AND t.locale = NEW.locale)
  THEN RAISE EXCEPTION 'it was said in this language' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recommendation_words_apart" BEFORE INSERT OR UPDATE ON "recommendation_words"
  FOR EACH ROW EXECUTE FUNCTION "keep_recommendation_words"();

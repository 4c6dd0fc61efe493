-- No two organisations have one name in a language.
CREATE UNIQUE INDEX "organisation_name_locale_name_key" ON "organisation_name" ("locale", "name");

CREATE TABLE "select" (
    "from" integer PRIMARY KEY,
    "ORDER" text DEFAULT E'tab\there',
    "größe" double precision,
    "with ""quotes""" boolean DEFAULT true,
    "user" name DEFAULT CURRENT_USER
);
CREATE INDEX "idx größe" ON "select" (("größe" * 2), ("ORDER" COLLATE "C") text_pattern_ops);
CREATE TABLE "Mixed Case; table" (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ref integer REFERENCES "select");
CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
CREATE TABLE b (id integer PRIMARY KEY, a_id integer NOT NULL REFERENCES a (id));
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE renamed_before (id serial, old_name text NOT NULL);
ALTER TABLE renamed_before RENAME TO renamed;
ALTER TABLE renamed RENAME COLUMN old_name TO new_name;

CREATE FUNCTION slug(title text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT lower(replace(title, ' ', '-')) -- no; end
$$;
CREATE TABLE topics (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL,
    slug text GENERATED ALWAYS AS (slug(title)) STORED,
    updated_at timestamptz DEFAULT now() NOT NULL,
    owner text DEFAULT CURRENT_USER NOT NULL,
    CONSTRAINT titled CHECK (slug(title) <> '')
);
CREATE INDEX topics_slug ON topics (slug(title));
CREATE FUNCTION newest() RETURNS SETOF topics LANGUAGE sql STABLE AS 'SELECT * FROM public.topics ORDER BY updated_at DESC';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    -- it's; touched
    NEW.updated_at := now();
    RETURN NEW;
END;
$body$;
CREATE PROCEDURE tidy(INOUT n integer) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM topics WHERE id < n; END $$;
CREATE FUNCTION total(a integer, b integer DEFAULT 5) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + b; SELECT CASE WHEN a > b THEN a ELSE b END; END;
CREATE TRIGGER touched BEFORE UPDATE OF title ON topics FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION touch();
CREATE TRIGGER silent AFTER INSERT ON topics FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE topics DISABLE TRIGGER silent;
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON topics DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW newest_topics AS SELECT id, title, total(1) AS six FROM newest();
ALTER TABLE topics ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON topics FOR UPDATE USING (owner = CURRENT_USER) WITH CHECK (title <> '');
CREATE POLICY see ON topics AS RESTRICTIVE FOR SELECT USING (true);
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TABLE users (login citext PRIMARY KEY, also citext[] DEFAULT '{}');
COMMENT ON FUNCTION slug(text) IS 'slug';
COMMENT ON PROCEDURE tidy IS 'tidy';
COMMENT ON TRIGGER touched ON topics IS 'touch';
COMMENT ON POLICY own ON topics IS 'own';
COMMENT ON TABLE "Mixed Case; table" IS 'mixed';
CREATE DOMAIN "no blank" AS text CONSTRAINT "is filled" CHECK (VALUE <> '');
COMMENT ON CONSTRAINT "is filled" ON DOMAIN "no blank" IS 'filled';
CREATE TABLE badges (id integer NOT NULL, CONSTRAINT badges_number UNIQUE (id));
ALTER TABLE badges ADD CONSTRAINT badges_pkey PRIMARY KEY (id);
ALTER TABLE badges ADD CONSTRAINT badges_too UNIQUE (id) WITH (fillfactor = 60);
CREATE TABLE awards (badge_id integer REFERENCES badges (id));
CREATE MATERIALIZED VIEW titles AS SELECT id, title AS "the title" FROM topics;
CREATE MATERIALIZED VIEW "never ""filled" AS SELECT id FROM topics WITH NO DATA;
CREATE VIEW of_the_unfilled AS SELECT id FROM "never ""filled";
ALTER MATERIALIZED VIEW titles SET (fillfactor = 70, toast.autovacuum_enabled = false);
ALTER MATERIALIZED VIEW titles ALTER COLUMN "the title" SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW titles ALTER COLUMN "the title" SET STATISTICS 123;
ALTER MATERIALIZED VIEW titles ALTER COLUMN "the title" SET (n_distinct = 5);

CREATE TABLE readings (id bigint NOT NULL, at date NOT NULL, value text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE readings_old PARTITION OF readings FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
CREATE INDEX readings_value ON readings (value);
CREATE TYPE floats AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE AGGREGATE sum_all (int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE TABLE parents (id int PRIMARY KEY, name text DEFAULT 'a;b');
CREATE TABLE children (age int) INHERITS (parents);
CREATE RULE quiet AS ON DELETE TO parents DO INSTEAD NOTHING;

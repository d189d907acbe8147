-- The second statement names a table that is not there.
CREATE TABLE comments (id bigint PRIMARY KEY);

INSERT INTO remarks (id)
VALUES (1);

CREATE TABLE documents (
    id binary(16) NOT NULL DEFAULT (uuid_to_bin(uuid())) PRIMARY KEY,
    title varchar(100) COLLATE utf8mb4_0900_as_cs NOT NULL DEFAULT (concat('a', 'b')),
    data json NOT NULL DEFAULT (json_object()),
    hidden int, KEY on_hidden (hidden) INVISIBLE,
    KEY functional ((lower(title)), id), KEY descending (title DESC, id),
    FULLTEXT KEY words (title) WITH PARSER ngram,
    KEY many ((CAST(data->'$.tags' AS UNSIGNED ARRAY))),
    CONSTRAINT soft CHECK (hidden > 0) NOT ENFORCED
) ROW_FORMAT=DYNAMIC;

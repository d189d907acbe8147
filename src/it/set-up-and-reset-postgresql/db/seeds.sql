INSERT INTO posts VALUES (1, 'a; b');
INSERT INTO posts VALUES (2, 'it''s') -- the second
;

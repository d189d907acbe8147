INSERT INTO posts VALUES (99, 'tests have fixtures of their own');

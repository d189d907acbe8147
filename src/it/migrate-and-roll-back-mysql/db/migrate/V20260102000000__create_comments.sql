CREATE TABLE comments (id bigint PRIMARY KEY, body varchar(255) DEFAULT 'a; b');
INSERT INTO comments (id) VALUES (1);

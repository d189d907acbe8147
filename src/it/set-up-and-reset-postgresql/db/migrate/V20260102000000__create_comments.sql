CREATE TABLE comments (id bigint PRIMARY KEY, body varchar(255));

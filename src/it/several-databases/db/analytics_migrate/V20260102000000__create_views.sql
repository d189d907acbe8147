CREATE TABLE views (id bigint PRIMARY KEY);

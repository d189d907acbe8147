CREATE TABLE clicks (id bigint PRIMARY KEY);

CREATE SEQUENCE numbers START WITH 100 INCREMENT BY 10 CACHE 5;
CREATE TABLE tickets (id bigint NOT NULL DEFAULT nextval(numbers) PRIMARY KEY, uid uuid DEFAULT uuid(), ip inet6,
    name varchar(20) DEFAULT concat('a', uuid())) WITH SYSTEM VERSIONING;

CREATE TABLE customers (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email varchar(191) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `full name` varchar(80) NOT NULL DEFAULT 'O''Neil; -- "no" \\ ${b}' COMMENT 'it''s; a\nname',
    tags set('a','b''c','d') DEFAULT 'a,d',
    state enum('new','it''s paid','zurück') NOT NULL DEFAULT 'new',
    balance decimal(12,2) NOT NULL DEFAULT 0.00,
    ratio double, small tinyint(1) NOT NULL DEFAULT 1, bits bit(6) DEFAULT b'101', born date, at_time time(3), y year,
    settings json,
    body longtext, bin varbinary(16), fixed binary(8),
    created_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    fixed_at timestamp NOT NULL DEFAULT '2020-02-03 04:05:06',
    parent_id bigint unsigned,
    total int GENERATED ALWAYS AS (small * 2) VIRTUAL,
    kept int GENERATED ALWAYS AS (small + 1) STORED,
    unseen int DEFAULT 3 INVISIBLE,
    UNIQUE KEY by_email (email(50) DESC),
    KEY by_state (state, balance),
    FULLTEXT KEY in_body (body),
    CONSTRAINT parent FOREIGN KEY (parent_id) REFERENCES customers (id) ON DELETE SET NULL,
    CONSTRAINT in_range CHECK (balance > -1000)
) COMMENT 'People''s\ntable';
INSERT INTO customers (email) VALUES ('a@example.com'), ('b@example.com');
CREATE TABLE orders (
    shop smallint NOT NULL, id bigint NOT NULL, customer_id bigint unsigned NOT NULL, first_item int,
    PRIMARY KEY (shop, id),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON UPDATE CASCADE
);
CREATE TABLE items (
    shop smallint NOT NULL, order_id bigint NOT NULL, position int NOT NULL, place point NOT NULL,
    PRIMARY KEY (shop, order_id, position), SPATIAL KEY by_place (place),
    CONSTRAINT item_order FOREIGN KEY (shop, order_id) REFERENCES orders (shop, id) ON DELETE CASCADE
);
ALTER TABLE orders ADD CONSTRAINT first FOREIGN KEY (shop, id, first_item) REFERENCES items (shop, order_id, position);
CREATE TABLE `select` (`from` int PRIMARY KEY, `größe` text, `back``tick` int, UNIQUE KEY `key größe` (`größe`(20))) DEFAULT CHARSET=latin1;
CREATE TABLE logs (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (YEAR(at)) (
    PARTITION old VALUES LESS THAN (2020), PARTITION rest VALUES LESS THAN MAXVALUE);

DELIMITER ;;
CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC BEGIN RETURN n * 2; END;;
CREATE PROCEDURE tidy(IN n int, OUT m int) BEGIN DELETE FROM logs WHERE id < n; -- it's; gone
    SET m = n; END;;
DELIMITER ;
CREATE VIEW z_new AS SELECT id, email, state FROM customers WHERE state = 'new';
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW a_ordered AS
    SELECT o.id AS id, z.email AS z_new, twice(o.shop) AS two, 'it''s ; `m_all`' AS word FROM orders o JOIN z_new z ON z.id = o.customer_id;
CREATE VIEW m_all AS SELECT id FROM a_ordered UNION SELECT id FROM z_new;
CREATE VIEW b_checked AS SELECT id FROM orders WHERE id > 3 WITH CASCADED CHECK OPTION;
DELIMITER ;;
CREATE TRIGGER second_one BEFORE INSERT ON customers FOR EACH ROW BEGIN SET NEW.balance = 1; SET NEW.small = 2; END;;
CREATE TRIGGER a_third BEFORE INSERT ON customers FOR EACH ROW FOLLOWS second_one SET NEW.email = LOWER(NEW.email);;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2026-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO DELETE FROM logs WHERE id < 0;;
DELIMITER ;
SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT';
CREATE PROCEDURE "in ansi"() SELECT "email" || ' it''s; ' FROM "customers";
CREATE PROCEDURE zz_after() SELECT 1;
SET sql_mode = DEFAULT;
SET character_set_client = latin1;
CREATE VIEW made_by_latin1 AS SELECT 'x' AS letter;
CREATE PROCEDURE made_by_latin1() SELECT 'x';
SET character_set_client = utf8mb3;
CREATE PROCEDURE made_by_utf8mb3() SELECT 'ä';
SET character_set_client = utf8mb4;
ALTER DATABASE COLLATE latin1_german1_ci;
CREATE FUNCTION of_another_collation(letter char(1)) RETURNS char(1) DETERMINISTIC RETURN letter;
ALTER DATABASE CHARACTER SET utf8mb4;
CREATE FUNCTION of_the_usual_collation(letter char(1)) RETURNS char(1) DETERMINISTIC RETURN letter;

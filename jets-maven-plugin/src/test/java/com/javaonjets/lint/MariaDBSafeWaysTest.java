package com.javaonjets.lint;

import com.javaonjets.config.Adapter;
import java.util.List;

/** On MariaDB, which knows the words by which MySQL is made to refuse what locks. */
final class MariaDBSafeWaysTest extends SafeWaysContract {

    @Override
    Adapter adapter() {
        return Adapter.MYSQL;
    }

    @Override
    String firstDatabase() {
        return "mysql";
    }

    @Override
    List<String> schema() {
        return List.of(
                "CREATE DATABASE IF NOT EXISTS blog",
                "USE blog",
                "DROP TABLE IF EXISTS posts, articles, notes, remarks, authors",
                "CREATE TABLE authors (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY)",
                "CREATE TABLE posts (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, title varchar(80), views int,"
                        + " author_id bigint)",
                "CREATE TABLE notes (id bigint NOT NULL PRIMARY KEY)",
                "INSERT INTO authors () VALUES ()",
                "INSERT INTO posts (title, views, author_id) VALUES ('a', 1, 1), ('b', 2, 1)");
    }

    @Override
    List<String> statements() {
        return List.of(
                "INSERT INTO notes (id) VALUES (1);\nALTER TABLE posts ADD COLUMN note text;",
                "ALTER TABLE `notes` ADD COLUMN `author_id` bigint NOT NULL;",
                "ALTER TABLE posts ADD COLUMN seen_at datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6));",
                "ALTER TABLE posts ADD COLUMN twice int AS (views * 2) STORED;",
                "ALTER TABLE notes ADD COLUMN number bigint NOT NULL AUTO_INCREMENT UNIQUE;",
                "ALTER TABLE posts ADD COLUMN code varchar(10) CHECK (code <> '');",
                "ALTER TABLE posts MODIFY COLUMN views bigint;",
                "ALTER TABLE posts MODIFY COLUMN title varchar(200);",
                "ALTER TABLE posts CHANGE COLUMN title headline varchar(80);",
                "ALTER TABLE posts RENAME COLUMN views TO looks;",
                "ALTER TABLE posts RENAME TO articles;",
                "RENAME TABLE posts TO articles, notes TO remarks;",
                "ALTER TABLE posts DROP COLUMN views;",
                "DROP TABLE IF EXISTS posts;",
                "ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE CASCADE;",
                "ALTER TABLE posts ADD CONSTRAINT views_are_counted CHECK (views >= 0);",
                "CREATE FULLTEXT INDEX i ON posts (title);",
                "ALTER TABLE posts CONVERT TO CHARACTER SET utf8mb4;",
                "ALTER TABLE notes DROP PRIMARY KEY;",
                "ALTER TABLE posts ORDER BY title;",
                "ALTER TABLE notes PARTITION BY HASH (id) PARTITIONS 4;",
                "ALTER TABLE posts ADD INDEX i (views), ALGORITHM=COPY;");
    }
}

package com.javaonjets.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvidenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table posts (id int)                         | SHOW CREATE TABLE posts",
                "CREATE TABLE IF NOT EXISTS `my posts` (id int)      | SHOW CREATE TABLE `my posts`",
                "create table posts (id int, index (id))             | SHOW CREATE TABLE posts",
                "alter table blog.posts add index i (id)             | SHOW CREATE TABLE blog.posts",
                "create unique index i on posts (id)                 | SHOW CREATE TABLE posts",
                "drop index i on posts                               | SHOW CREATE TABLE posts",
                "drop table posts                                    | SHOW CREATE TABLE posts",
                "rename table posts to articles                      | SHOW CREATE TABLE posts",
                "create or replace view v as select 1                | SHOW CREATE VIEW v",
                "create procedure p() select 1                       | SHOW CREATE PROCEDURE p",
                "truncate posts                                      | SELECT COUNT(*) FROM posts",
                "grant select on posts to reader                     | SHOW GRANTS FOR reader",
                "call p()                                            | look in the database for what it does, all of it or a part",
            })
    void saysWhereToLook(String sql, String where) {
        assertThat(Evidence.of(sql)).isEqualTo(where);
    }
}

package com.javaonjets.erd;

import com.javaonjets.config.Adapter;

class PostgresqlDiagramsTest extends DiagramsContract {

    @Override
    Adapter adapter() {
        return Adapter.POSTGRESQL;
    }

    @Override
    String blog() {
        return """
                # Tables

                Written by `mvn jets:db-erd`; [schema.svg](schema.svg) is the same as a picture.

                ```mermaid
                erDiagram
                    "authors" {
                        bigint id PK
                        varchar(80) email UK
                        timestamp(6) joined_at "null"
                    }
                    "drafts" {
                        bigint post_id PK, FK
                        text body
                    }
                    "posts" {
                        bigint id PK
                        bigint author_id FK
                        bigint editor_id FK "null"
                        numeric(10_2) price "null"
                    }
                    "revisions" {
                        bigint post_id PK
                        integer number PK
                        bigint parent_post_id FK "null"
                        integer parent_number FK "null"
                    }
                    "posts" ||--o| "drafts" : "post_id"
                    "authors" ||--o{ "posts" : "author_id"
                    "authors" |o--o{ "posts" : "editor_id"
                    "revisions" |o--o{ "revisions" : "parent_post_id, parent_number"
                ```
                """;
    }

    @Override
    String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

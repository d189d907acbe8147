package com.javaonjets.erd;

import com.javaonjets.config.Adapter;

class MariadbDiagramsTest extends DiagramsContract {

    @Override
    Adapter adapter() {
        return Adapter.MYSQL;
    }

    @Override
    String blog() {
        return """
                # Tables

                Written by `mvn jets:db-erd`; [schema.svg](schema.svg) is the same as a picture.

                ```mermaid
                erDiagram
                    "authors" {
                        bigint(20) id PK
                        varchar(80) email UK
                        timestamp(6) joined_at "null"
                    }
                    "drafts" {
                        bigint(20) post_id PK, FK
                        text body
                    }
                    "posts" {
                        bigint(20) id PK
                        bigint(20) author_id FK
                        bigint(20) editor_id FK "null"
                        decimal(10_2) price "null"
                    }
                    "revisions" {
                        bigint(20) post_id PK
                        int(11) number PK
                        bigint(20) parent_post_id FK "null"
                        int(11) parent_number FK "null"
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
        return '`' + name.replace("`", "``") + '`';
    }
}

package com.javaonjets.schema;

import static com.javaonjets.config.Adapter.MYSQL;
import static com.javaonjets.config.Adapter.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.javaonjets.config.Adapter;
import org.junit.jupiter.api.Test;

class MigrationScriptTest {

    @Test
    void createsATableOnPostgreSql() {
        MigrationScript script = script(
                POSTGRESQL, "create_posts", "title:string{80}!:uniq body:text price:decimal{10,2} author:references");
        assertThat(script.up()).isEqualTo("""
                CREATE TABLE "posts" (
                  "id" bigserial PRIMARY KEY,
                  "title" varchar(80) NOT NULL,
                  "body" text,
                  "price" numeric(10,2),
                  "author_id" bigint NOT NULL,
                  "created_at" timestamp(6) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
                  "updated_at" timestamp(6) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
                  CONSTRAINT "fk_rails_04d13ef8c7" FOREIGN KEY ("author_id") REFERENCES "authors" ("id")
                );

                CREATE UNIQUE INDEX "index_posts_on_title" ON "posts" ("title");

                CREATE INDEX "index_posts_on_author_id" ON "posts" ("author_id");
                """);
        assertThat(script.down()).isEqualTo("""
                DROP TABLE "posts";
                """);
        assertThat(script.notes()).isEmpty();
    }

    @Test
    void createsATableInOneStatementOnMySql() {
        MigrationScript script =
                script(MYSQL, "create_posts", "title:string{80}!:uniq body:text seen_at:timestamp author:references");
        assertThat(script.up()).isEqualTo("""
                CREATE TABLE `posts` (
                  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  `title` varchar(80) NOT NULL,
                  `body` text,
                  `seen_at` timestamp NULL,
                  `author_id` bigint NOT NULL,
                  `created_at` datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
                  `updated_at` datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)) ON UPDATE CURRENT_TIMESTAMP(6),
                  UNIQUE INDEX `index_posts_on_title` (`title`),
                  INDEX `index_posts_on_author_id` (`author_id`),
                  CONSTRAINT `fk_rails_04d13ef8c7` FOREIGN KEY (`author_id`) REFERENCES `authors` (`id`)
                );
                """);
        assertThat(script.down()).isEqualTo("""
                DROP TABLE `posts`;
                """);
    }

    @Test
    void createsATableWithoutFields() {
        assertThat(script(MYSQL, "CreatePeople", " ").up()).isEqualTo("""
                CREATE TABLE `people` (
                  `id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
                  `created_at` datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
                  `updated_at` datetime(6) NOT NULL DEFAULT (UTC_TIMESTAMP(6)) ON UPDATE CURRENT_TIMESTAMP(6)
                );
                """);
    }

    @Test
    void addsColumnsOnPostgreSql() {
        MigrationScript script = script(POSTGRESQL, "add_details_to_posts", "views:integer owner:references:uniq");
        assertThat(script.up()).isEqualTo("""
                ALTER TABLE "posts"
                  ADD COLUMN "views" integer,
                  ADD COLUMN "owner_id" bigint NOT NULL,
                  ADD CONSTRAINT "fk_rails_5b8e8278dd" FOREIGN KEY ("owner_id") REFERENCES "owners" ("id");

                CREATE UNIQUE INDEX "index_posts_on_owner_id" ON "posts" ("owner_id");
                """);
        assertThat(script.down()).isEqualTo("""
                ALTER TABLE "posts"
                  DROP COLUMN "views",
                  DROP COLUMN "owner_id";
                """);
    }

    @Test
    void addsColumnsOnMySql() {
        MigrationScript script = script(MYSQL, "AddDetailsToPosts", "views:integer owner:references");
        assertThat(script.up()).isEqualTo("""
                ALTER TABLE `posts`
                  ADD COLUMN `views` int,
                  ADD COLUMN `owner_id` bigint NOT NULL,
                  ADD INDEX `index_posts_on_owner_id` (`owner_id`),
                  ADD CONSTRAINT `fk_rails_5b8e8278dd` FOREIGN KEY (`owner_id`) REFERENCES `owners` (`id`);
                """);
        assertThat(script.down()).isEqualTo("""
                ALTER TABLE `posts`
                  DROP FOREIGN KEY `fk_rails_5b8e8278dd`,
                  DROP COLUMN `views`,
                  DROP COLUMN `owner_id`;
                """);
    }

    @Test
    void removesAColumnAndKnowsTheWayBack() {
        MigrationScript script = script(POSTGRESQL, "remove_title_from_posts", "title:string{80}!:index");
        assertThat(script.up()).isEqualTo("""
                ALTER TABLE "posts" DROP COLUMN "title";
                """);
        assertThat(script.down()).isEqualTo("""
                ALTER TABLE "posts" ADD COLUMN "title" varchar(80) NOT NULL;

                CREATE INDEX "index_posts_on_title" ON "posts" ("title");
                """);
    }

    @Test
    void removesAPolymorphicReferenceOnMySql() {
        MigrationScript script = script(MYSQL, "RemoveOwnerFromNotes", "owner:references{polymorphic}");
        assertThat(script.up()).isEqualTo("""
                ALTER TABLE `notes`
                  DROP COLUMN `owner_type`,
                  DROP COLUMN `owner_id`;
                """);
        assertThat(script.down()).isEqualTo("""
                ALTER TABLE `notes`
                  ADD COLUMN `owner_type` varchar(255) NOT NULL,
                  ADD COLUMN `owner_id` bigint NOT NULL,
                  ADD INDEX `index_notes_on_owner` (`owner_type`, `owner_id`);
                """);
    }

    @Test
    void joinsTwoTables() {
        MigrationScript script = script(POSTGRESQL, "create_join_table_customer_product", "customer product:uniq");
        assertThat(script.up()).isEqualTo("""
                CREATE TABLE "customers_products" (
                  "customer_id" bigint NOT NULL,
                  "product_id" bigint NOT NULL
                );

                CREATE UNIQUE INDEX "index_customers_products_on_product_id_and_customer_id" ON "customers_products" \
                ("product_id", "customer_id");
                """);
        assertThat(script.down()).isEqualTo("""
                DROP TABLE "customers_products";
                """);
    }

    /** Rails writes such a migration too, and it fails, since it defines each column twice. */
    @Test
    void joinsTwoTablesByForeignKeys() {
        assertThat(script(MYSQL, "CreateJoinTablePostsTags", "post:references tag_id:references:uniq")
                        .up())
                .isEqualTo("""
                        CREATE TABLE `posts_tags` (
                          `post_id` bigint NOT NULL,
                          `tag_id` bigint NOT NULL,
                          INDEX `index_posts_tags_on_post_id` (`post_id`),
                          UNIQUE INDEX `index_posts_tags_on_tag_id` (`tag_id`),
                          CONSTRAINT `fk_rails_07fc65c276` FOREIGN KEY (`post_id`) REFERENCES `posts` (`id`),
                          CONSTRAINT `fk_rails_1997ccaabe` FOREIGN KEY (`tag_id`) REFERENCES `tags` (`id`)
                        );
                        """);
    }

    /** Rails knows password:digest alone, and in a created table alone. */
    @Test
    void keepsDigestsInStrings() {
        assertThat(script(POSTGRESQL, "add_secrets_to_users", "password:digest! recovery_code:digest:uniq")
                        .up())
                .isEqualTo("""
                        ALTER TABLE "users"
                          ADD COLUMN "password_digest" varchar NOT NULL,
                          ADD COLUMN "recovery_code_digest" varchar;

                        CREATE UNIQUE INDEX "index_users_on_recovery_code_digest" ON "users" ("recovery_code_digest");
                        """);
    }

    @Test
    void indexesATokenOnceWhateverIsAskedFor() {
        assertThat(script(MYSQL, "add_token_to_users", "token:token!:index").up())
                .isEqualTo("""
                ALTER TABLE `users`
                  ADD COLUMN `token` varchar(255) NOT NULL,
                  ADD UNIQUE INDEX `index_users_on_token` (`token`);
                """);
    }

    @Test
    void leavesANameItDoesNotKnowToTheAuthor() {
        MigrationScript script = script(POSTGRESQL, "BackfillPosts", "title");
        assertThat(script.up()).isEqualTo("""
                -- to be written by hand: the name follows none of create_x, add_..._to_x, remove_..._from_x, ..join_table..
                -- write here what backfill_posts does
                """);
        assertThat(script.down()).isEqualTo("""
                -- write here what takes backfill_posts back
                """);
        assertThat(script.notes())
                .containsExactly("to be written by hand: the name follows none of create_x, add_..._to_x,"
                        + " remove_..._from_x, ..join_table..");
    }

    @Test
    void leavesAChangeWithoutFieldsToTheAuthor() {
        assertThat(script(MYSQL, "add_title_to_posts", "").notes())
                .containsExactly("to be written by hand: no field was given that makes a column; -Dfields names them");
        assertThat(script(MYSQL, "remove_title_from_posts", "").up()).isEqualTo("""
                -- to be written by hand: no field was given that makes a column; -Dfields names them
                -- write here what remove_title_from_posts does
                """);
    }

    @Test
    void leavesAJoinOfOtherThanTwoToTheAuthor() {
        assertThat(script(MYSQL, "create_join_table_a_b_c", "a b c").notes())
                .containsExactly(
                        "to be written by hand: a join table takes exactly two fields, such as \"authors posts\"; given: 3");
    }

    @Test
    void saysThatRailsKeepsFilesAndRichTextElsewhere() {
        MigrationScript script = script(POSTGRESQL, "create_posts", "avatar:attachment body:rich_text");
        assertThat(script.up()).isEqualTo("""
                -- 'avatar:attachment' makes no column: Rails keeps it in tables of its own; here keep the file in S3 and \
                its key in 'avatar_key:string'
                -- 'body:rich_text' makes no column: Rails keeps it in tables of its own; here write 'body:text'
                CREATE TABLE "posts" (
                  "id" bigserial PRIMARY KEY,
                  "created_at" timestamp(6) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'),
                  "updated_at" timestamp(6) NOT NULL DEFAULT (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
                );
                """);
        assertThat(script.notes()).hasSize(2);
    }

    @Test
    void saysThatATypeComesWithAnExtension() {
        MigrationScript script = script(POSTGRESQL, "add_tags_to_posts", "tags:hstore more_tags:hstore");
        assertThat(script.notes())
                .containsExactly("the type hstore comes with an extension; where it is missing, run"
                        + " CREATE EXTENSION hstore first");
        assertThat(script.up()).startsWith("-- the type hstore comes with an extension");
    }

    @Test
    void takesFieldsPartedByAnyBlanks() {
        assertThat(script(MYSQL, "add_details_to_posts", "\n  a:string\n\tb:decimal{4.1}  "))
                .isEqualTo(script(MYSQL, "add_details_to_posts", "a b:decimal{4-1}"));
    }

    @Test
    void takesTheOptionsThatAReferenceHasAnyway() {
        assertThat(script(MYSQL, "add_a_to_posts", "a:belongs_to{index,foreign_key}!:index"))
                .isEqualTo(script(MYSQL, "add_a_to_posts", "a:references"));
    }

    private static MigrationScript script(Adapter adapter, String name, String fields) {
        return MigrationScript.of(adapter, MigrationName.of(name), fields);
    }
}

package com.javaonjets.migration;

import java.util.Optional;

/**
 * One migration, known from its file or from the database's history.
 *
 * @param version empty for a repeatable migration ({@code R__x.sql})
 * @param description the words of the file's name, such as {@code create posts}
 * @param script the file's name below its folder, such as {@code V20260102030405__create_posts.sql}
 */
public record Migration(Optional<String> version, String description, String script) {}

/**
 * What a migration's name and fields mean as tables, columns and indexes, and the DDL for it in each dialect.
 *
 * <p>Knows neither Maven nor files; of the runtime it imports {@code config} and the exception alone.
 */
@NullMarked
package com.javaonjets.schema;

import org.jspecify.annotations.NullMarked;

/** What a migration's name and fields mean as tables, columns and indexes, and the DDL for it in each dialect. */
@NullMarked
package com.javaonjets.schema;

import org.jspecify.annotations.NullMarked;

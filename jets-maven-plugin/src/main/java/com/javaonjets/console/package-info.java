/** A prompt for SQL on a database: the server's own program, or one of Jets' own over JDBC. */
@NullMarked
package com.javaonjets.console;

import org.jspecify.annotations.NullMarked;

/** Writes the schema of a database into a file, and makes an equal one of that file. */
@NullMarked
package com.javaonjets.database.dump;

import org.jspecify.annotations.NullMarked;

/** Writes migration files: asks {@code schema} for their text, and knows folders, versions and names of files. */
@NullMarked
package com.javaonjets.generate;

import org.jspecify.annotations.NullMarked;

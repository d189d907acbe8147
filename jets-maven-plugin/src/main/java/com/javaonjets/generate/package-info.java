/** Writes migration files. */
@NullMarked
package com.javaonjets.generate;

import org.jspecify.annotations.NullMarked;

/** Creates and drops databases. */
@NullMarked
package com.javaonjets.database;

import org.jspecify.annotations.NullMarked;

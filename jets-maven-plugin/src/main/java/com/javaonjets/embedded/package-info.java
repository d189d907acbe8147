/** The embedded PostgreSQL and MySQL-compatible servers for development and tests. */
@NullMarked
package com.javaonjets.embedded;

import org.jspecify.annotations.NullMarked;

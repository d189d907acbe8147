/** Applies, lists and takes back migrations; the only place that knows Flyway. */
@NullMarked
package com.javaonjets.migration;

import org.jspecify.annotations.NullMarked;

/** Opens connections by the drivers and keeps them; the only place that knows HikariCP and the drivers. */
@NullMarked
package com.javaonjets.connection;

import org.jspecify.annotations.NullMarked;

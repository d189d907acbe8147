/** Creates, drops, fills and sets up databases, and keeps what is not to be destroyed from being so. */
@NullMarked
package com.javaonjets.database;

import org.jspecify.annotations.NullMarked;

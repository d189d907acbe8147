/** Reads config/database.yml and the process environment into immutable values; opens no connection, loads no driver. */
@NullMarked
package com.javaonjets.config;

import org.jspecify.annotations.NullMarked;

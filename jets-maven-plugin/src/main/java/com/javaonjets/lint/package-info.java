/**
 * Reads migrations by the databases' grammars and tells what of them locks or breaks a service that is running. Knows
 * neither Maven nor any database; of the runtime it imports {@code migration}, {@code config} and the exception alone.
 * The only place that knows the parsers.
 */
@NullMarked
package com.javaonjets.lint;

import org.jspecify.annotations.NullMarked;

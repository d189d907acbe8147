/** Handlers of every kind, invoked in a JVM of their own. */
@NullMarked
package com.javaonjets.invoke;

import org.jspecify.annotations.NullMarked;

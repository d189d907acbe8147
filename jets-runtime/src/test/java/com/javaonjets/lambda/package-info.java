/** Handlers in invocations. */
@NullMarked
package com.javaonjets.lambda;

import org.jspecify.annotations.NullMarked;

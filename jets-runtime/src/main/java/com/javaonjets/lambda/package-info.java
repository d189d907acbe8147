/** Handlers that put a fence around each invocation. */
@NullMarked
package com.javaonjets.lambda;

import org.jspecify.annotations.NullMarked;

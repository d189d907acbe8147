/** Measures cold starts and warm invocations against peers, in the same run and on the same servers. */
@NullMarked
package com.javaonjets.bench;

import org.jspecify.annotations.NullMarked;

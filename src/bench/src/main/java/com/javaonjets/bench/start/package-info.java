/** What is started and measured: each a whole program, from the start of its JVM to its first row. */
@NullMarked
package com.javaonjets.bench.start;

import org.jspecify.annotations.NullMarked;

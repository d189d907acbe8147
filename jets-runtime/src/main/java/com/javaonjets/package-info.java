/**
 * What a Lambda project uses: the front door {@code Jets}, the {@code Database} it gives, and the one exception.
 *
 * <p>What stands between {@code Jets.database()} and its first row, here, in {@code config} and in {@code connection}, is run
 * once by every execution environment, and its cost is that of the classes it loads. So it does without lambdas, streams,
 * patterns and loggers, which may stand where something is refused, logged or seldom asked for; {@code ColdStartContract} in
 * the tests counts.
 */
@NullMarked
package com.javaonjets;

import org.jspecify.annotations.NullMarked;

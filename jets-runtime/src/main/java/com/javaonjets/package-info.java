/** What a Lambda project uses: the front door {@code Jets}, the {@code Database} it gives, and the one exception. */
@NullMarked
package com.javaonjets;

import org.jspecify.annotations.NullMarked;

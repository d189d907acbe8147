/** What the verify scripts of the integration tests share. */
@NullMarked
package com.javaonjets.it;

import org.jspecify.annotations.NullMarked;

/** Real servers and configurations for the tests of all packages. */
@NullMarked
package com.javaonjets.testing;

import org.jspecify.annotations.NullMarked;

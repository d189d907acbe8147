/** Tests of the front door and of the shape of the whole jar. */
@NullMarked
package com.javaonjets;

import org.jspecify.annotations.NullMarked;

/** Tests of the shape of the whole plugin. */
@NullMarked
package com.javaonjets;

import org.jspecify.annotations.NullMarked;

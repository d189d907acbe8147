/** The goals, one class each; the only place that knows Maven's types. */
@NullMarked
package com.javaonjets.maven;

import org.jspecify.annotations.NullMarked;

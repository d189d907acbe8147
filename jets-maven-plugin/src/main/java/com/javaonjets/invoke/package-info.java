/**
 * Runs the project's handler locally as Lambda does, in a JVM of its own. {@link LocalInvocation} is what runs in that
 * JVM: it imports nothing but the JDK and Lambda's runtime client.
 */
@NullMarked
package com.javaonjets.invoke;

import org.jspecify.annotations.NullMarked;

/** Contract tests, one abstract class each, with a small subclass for each server. */
@NullMarked
package com.javaonjets.connection;

import org.jspecify.annotations.NullMarked;

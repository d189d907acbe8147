@NullMarked
package com.javaonjets.database.dump;

import org.jspecify.annotations.NullMarked;

/** Draws a database's tables and what refers to what, as a picture and as a Mermaid diagram. */
@NullMarked
package com.javaonjets.erd;

import org.jspecify.annotations.NullMarked;

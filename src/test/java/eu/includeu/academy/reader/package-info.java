/** Tests of the reader. */
@NullMarked
package eu.includeu.academy.reader;

import org.jspecify.annotations.NullMarked;

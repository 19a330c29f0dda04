/** Tests of the whole academy. */
@NullMarked
package eu.includeu.academy;

import org.jspecify.annotations.NullMarked;

/** The academy: where local and regional authorities learn how to include migrants. */
@NullMarked
package eu.includeu.academy;

import org.jspecify.annotations.NullMarked;

/** Tests of who may come in and what they may do. */
@NullMarked
package eu.includeu.academy.accounts;

import org.jspecify.annotations.NullMarked;

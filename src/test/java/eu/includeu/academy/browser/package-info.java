/** Stories in a real browser, with and without scripts, and what axe says of every page on the way. */
@NullMarked
package eu.includeu.academy.browser;

import org.jspecify.annotations.NullMarked;

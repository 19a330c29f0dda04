@NullMarked
package eu.includeu.academy.exchange;

import org.jspecify.annotations.NullMarked;

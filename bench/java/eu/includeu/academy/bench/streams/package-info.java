/** Thousands of people who keep the overview open and are told what changes. */
@NullMarked
package eu.includeu.academy.bench.streams;

import org.jspecify.annotations.NullMarked;

/**
 * Fault drills: real nodes, real servers, and one of them dies while officials answer. Each drill takes bounded time and
 * ends with the same question: is everything that somebody was told is saved in the database?
 *
 * <p>{@code acknowledged} counts what was told to be saved, {@code missing} what of it the database does not hold;
 * {@code gap} is the longest time in which nobody was told so, {@code recovery} the time from the fault's end to the
 * first that was. The clients do as the page's script does (same key, same number, one at a time), but ask again after a
 * quarter of a second where the script waits two: so the figures are the academy's, not the script's.
 */
@NullMarked
package eu.includeu.academy.bench.faults;

import org.jspecify.annotations.NullMarked;

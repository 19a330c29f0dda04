/** What the pages of the academy cost, signed in, with checked answers, against the ceilings of the same run. */
@NullMarked
package eu.includeu.academy.bench.routes;

import org.jspecify.annotations.NullMarked;

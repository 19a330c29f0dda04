/** What handing out hundreds of thousands of rows costs, against the database doing it alone. */
@NullMarked
package eu.includeu.academy.bench.exports;

import org.jspecify.annotations.NullMarked;

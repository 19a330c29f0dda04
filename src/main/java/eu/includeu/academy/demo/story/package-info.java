/** The story that the demo tells: who there is, who learns what, and what their authorities need. Plain Java from one seed. */
@NullMarked
package eu.includeu.academy.demo.story;

import org.jspecify.annotations.NullMarked;

/** What a search and the person who leads it say to each other. */
@NullMarked
package dev.vmcts.search.dialogue;

import org.jspecify.annotations.NullMarked;

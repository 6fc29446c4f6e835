/** Downloads that go on where they broke off and are checked before they are used. */
@NullMarked
package dev.vmcts.llm.download;

import org.jspecify.annotations.NullMarked;

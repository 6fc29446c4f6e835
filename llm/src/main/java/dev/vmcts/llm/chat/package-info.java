/** How conversations are written for instruct models, as their chat templates say. */
@NullMarked
package dev.vmcts.llm.chat;

import org.jspecify.annotations.NullMarked;

/** Models from a hub that speaks Hugging Face's protocol, downloaded into the cache folder and used from there. */
@NullMarked
package dev.vmcts.llm.hub;

import org.jspecify.annotations.NullMarked;

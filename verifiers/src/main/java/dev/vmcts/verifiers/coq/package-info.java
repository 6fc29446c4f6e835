/** Coq: its lexical rules, its sessions, and what it takes to accept a Coq program. */
@NullMarked
package dev.vmcts.verifiers.coq;

import org.jspecify.annotations.NullMarked;

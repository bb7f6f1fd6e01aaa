/** Which requests and frames the faults strike, and how. */
package io.github.kalshi4j.simulator.internal.fault;

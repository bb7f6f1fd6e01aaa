/** Measurements behind claims of speed, each with its yardstick beside it. */
@NullMarked
package io.github.kalshi4j.benchmarks;

import org.jspecify.annotations.NullMarked;

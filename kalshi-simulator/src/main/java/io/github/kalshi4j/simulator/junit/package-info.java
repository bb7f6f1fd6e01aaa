/**
 * A simulated exchange for JUnit 5: {@link
 * io.github.kalshi4j.simulator.junit.SimulatedExchangeTest} starts one for each test, or one for
 * all tests of a class, and gives tests clients of it.
 */
package io.github.kalshi4j.simulator.junit;

/**
 * What a run came to. {@link io.github.kalshi4j.engine.report.BacktestReport} holds every figure
 * and every trade; {@link io.github.kalshi4j.engine.report.ReportWriter} shows it as text and as
 * JSON.
 */
package io.github.kalshi4j.engine.report;

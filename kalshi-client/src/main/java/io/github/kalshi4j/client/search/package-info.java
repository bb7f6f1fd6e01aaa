/** The words by which series are found: {@link io.github.kalshi4j.client.search.SearchApi}. */
package io.github.kalshi4j.client.search;

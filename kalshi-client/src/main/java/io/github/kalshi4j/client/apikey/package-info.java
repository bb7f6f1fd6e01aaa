/**
 * API keys: listing, making and revoking them: {@link io.github.kalshi4j.client.apikey.ApiKeysApi}.
 */
package io.github.kalshi4j.client.apikey;

package io.github.kalshi4j.simulator.fault;

import io.github.kalshi4j.client.value.UserId;

/**
 * A fault of the REST side. Where several fit a request they are asked in the order in which they
 * were added: delays add up, and the first that loses or refuses it is the last asked.
 *
 * @param seed decides which are struck, and how long delays are
 */
public record RequestFault(RequestEffect effect, Requests requests, Dose dose, long seed)
    implements Fault {
  /** Returns a fault of all requests, until it is removed. */
  public static RequestFault of(RequestEffect effect) {
    return new RequestFault(effect, Requests.ALL, Dose.ALL, 1);
  }

  /** Returns a copy that strikes one operation only, written as {@link Requests} says. */
  public RequestFault on(String method, String path) {
    return new RequestFault(effect, new Requests(method, path, requests.member()), dose, seed);
  }

  /** Returns a copy that strikes only what this member signed. */
  public RequestFault of(UserId member) {
    return new RequestFault(
        effect, new Requests(requests.method(), requests.path(), member), dose, seed);
  }

  /** Returns a copy that is over after so many. */
  public RequestFault next(long most) {
    return new RequestFault(effect, requests, new Dose(dose.share(), most), seed);
  }

  /** Returns a copy that strikes each with this chance, above 0 and up to 1. */
  public RequestFault withShare(double share) {
    return new RequestFault(effect, requests, new Dose(share, dose.most()), seed);
  }

  /** Returns a copy with another seed. */
  public RequestFault withSeed(long value) {
    return new RequestFault(effect, requests, dose, value);
  }
}

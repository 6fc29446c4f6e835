package dev.vmcts.search.dialogue;

/** Somebody who leads a search from prefix to prefix. Asked on the search's thread, one question at a time. */
@FunctionalInterface
public interface Person {

  /** A person who is not there: the search runs on until a program is accepted or a budget has run out. */
  Person ABSENT = place -> place.solution().isPresent()
      ? new Wish.Quit()
      : new Wish.Run(Wish.Run.NO_LIMIT, Wish.Run.NO_END);

  /**
   * What is to be done next.
   *
   * @param place the prefix that the search stands at, and what is known of it
   * @throws InterruptedException if the search is to end while the person thinks; it then ends as with {@link Wish.Quit}
   */
  Wish next(Place place) throws InterruptedException;
}

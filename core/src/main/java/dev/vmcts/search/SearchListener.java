package dev.vmcts.search;

/** Is told what happens in a search, in order, one event at a time; by any of the search's threads. */
@FunctionalInterface
public interface SearchListener {

  void on(SearchEvent event);

  /** Both are told. */
  default SearchListener and(SearchListener other) {
    return event -> {
      on(event);
      other.on(event);
    };
  }
}

package dev.vmcts.search;

/** Is told what happens in a search, in order, on the search's thread. */
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

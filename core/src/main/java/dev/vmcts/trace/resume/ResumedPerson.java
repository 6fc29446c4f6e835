package dev.vmcts.trace.resume;

import dev.vmcts.search.SearchEvent;
import dev.vmcts.search.dialogue.Person;
import dev.vmcts.search.dialogue.Place;
import dev.vmcts.search.dialogue.Wish;

/** Wishes as recorded for as long as the record lasts, then those of the person who is there now. */
final class ResumedPerson implements Person {

  private final Person person;
  private final Recording recording;

  ResumedPerson(Person person, Recording recording) {
    this.person = person;
    this.recording = recording;
  }

  @Override
  public Wish next(Place place) throws InterruptedException {
    if (recording.next() == null) {
      return person.next(place);
    }
    try {
      return recording.next(SearchEvent.Wished.class, "the person is asked").asWish();
    } catch (IllegalArgumentException e) {
      throw recording.diverged(String.valueOf(e.getMessage()));
    }
  }
}

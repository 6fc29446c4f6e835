package dev.vmcts.verifiers.coq;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;

/**
 * Cuts the output of {@code coqidetop} into answers. Feedback and whatever else comes between answers is dropped as it
 * comes, so that a tactic that prints without end fills nothing.
 */
final class IdeAnswers implements Runnable {

  /** Put in the queue at the end of the output. */
  static final String END = "";

  /** Put in the queue for an answer of more than 64 MiB. */
  static final String TOO_LONG = "too long";

  private static final int LIMIT = 64 << 20;
  private static final byte[] OPENING = "<value ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSING = "</value>".getBytes(StandardCharsets.US_ASCII);

  private final InputStream stream;
  private final Queue<String> answers;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private boolean inAnswer;
  private int matched;

  IdeAnswers(InputStream stream, Queue<String> answers) {
    this.stream = stream;
    this.answers = answers;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[1 << 16];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        for (int i = 0; i < n; i++) {
          accept(buffer[i]);
        }
      }
    } catch (IOException e) {
      // The process was killed; the end of its output says so.
    }
    answers.add(END);
  }

  private void accept(byte b) {
    byte[] wanted = inAnswer ? CLOSING : OPENING;
    matched = b == wanted[matched] ? matched + 1 : b == '<' ? 1 : 0;
    if (inAnswer) {
      answer.write(b);
    }
    if (matched == wanted.length) {
      matched = 0;
      if (inAnswer) {
        answers.add(answer.toString(StandardCharsets.UTF_8));
        answer.reset();
      } else {
        answer.writeBytes(OPENING);
      }
      inAnswer = !inAnswer;
    } else if (answer.size() > LIMIT) {
      answer.reset();
      inAnswer = false;
      answers.add(TOO_LONG);
    }
  }
}

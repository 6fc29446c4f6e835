package dev.vmcts.corpus;

import dev.vmcts.verify.VerifierException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code coqtop} that numbers its states in its prompt and goes back to any of them. */
final class Coqtop implements AutoCloseable {

  /** What coqtop said, the state that it is in now, and whether a proof is open there. */
  record Reply(String text, int state, boolean inProof) {

    boolean refused() {
      return text.contains("Error:");
    }
  }

  private static final Pattern PROMPT =
      Pattern.compile("<prompt>.*? < (\\d+) \\|(.*?)\\| \\d+ < </prompt>", Pattern.DOTALL);
  private static final String PROMPT_END = "</prompt>";
  private static final int BUFFER = 65_536;

  private final Process process;
  private Reply last;

  /** Starts the tool and loads the libraries that every item may use. */
  Coqtop() throws VerifierException {
    try {
      process = new ProcessBuilder("coqtop", "-emacs", "-q", "-w", "none")
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new VerifierException("coqtop does not start; is Coq on the PATH?", e);
    }
    last = read();
    for (String sentence : new String[] {
      "Require Import Arith Lia List Bool.",
      "Import ListNotations.",
      "Set Default Timeout 1.",
      "Set Printing Width 2000."
    }) {
      if (send(sentence).refused()) {
        throw new VerifierException("coqtop refuses " + sentence);
      }
    }
  }

  int state() {
    return last.state();
  }

  /** Runs one sentence. */
  Reply send(String sentence) throws VerifierException {
    try {
      OutputStream stdin = process.getOutputStream();
      stdin.write((sentence.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    } catch (IOException e) {
      throw new VerifierException("coqtop has ended", e);
    }
    last = read();
    return last;
  }

  private Reply read() throws VerifierException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[BUFFER];
    InputStream stdout = process.getInputStream();
    try {
      while (text.indexOf(PROMPT_END, Math.max(0, text.length() - PROMPT_END.length() - 2)) < 0) {
        int n = stdout.read(buffer);
        if (n < 0) {
          throw new VerifierException("coqtop has ended");
        }
        text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new VerifierException("coqtop has ended", e);
    }
    int state = 0;
    boolean inProof = false;
    Matcher prompt = PROMPT.matcher(text);
    while (prompt.find()) {
      state = Integer.parseInt(prompt.group(1));
      inProof = !prompt.group(2).isEmpty();
    }
    return new Reply(prompt.replaceAll(""), state, inProof);
  }

  @Override
  public void close() {
    kill(process);
  }

  /** Of a process that has ended nothing is looked for: its number may be another's by now. */
  static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

package dev.vmcts.corpus;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CoqtopTest {

  @Test
  void kill_processThatHasEnded_looksForNoDescendants() {
    assertThatCode(() -> Coqtop.kill(new Ended())).doesNotThrowAnyException();
  }

  /** A process that has ended, so that its number may be another's. */
  private static final class Ended extends Process {

    @Override
    public boolean isAlive() {
      return false;
    }

    @Override
    public Stream<ProcessHandle> descendants() {
      throw new AssertionError("descendants of another process");
    }

    @Override
    public void destroy() {
      throw new AssertionError("another process is killed");
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }
  }
}

package dev.vmcts.cli.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The parts of reports that are files of this build, in the folder {@code report} beside this class. */
final class Resource {

  private Resource() {}

  static String text(String name) throws IOException {
    try (InputStream in = Resource.class.getResourceAsStream("report/" + name)) {
      if (in == null) {
        throw new IOException("report/" + name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

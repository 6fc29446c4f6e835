package dev.vmcts.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command run in this process, as a test sees it. The traces that it writes are held against their schema. */
record Cli(int status, String out, String err) {

  static Cli run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    TraceSchema.check(args);
    return new Cli(status, out.toString(), err.toString());
  }
}

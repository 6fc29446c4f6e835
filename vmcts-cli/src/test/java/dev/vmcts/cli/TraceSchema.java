package dev.vmcts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.vmcts.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Holds every trace that a test writes against {@code docs/trace.schema.json}. */
final class TraceSchema {

  private static final JsonSchema SCHEMA = read();

  private TraceSchema() {}

  private static JsonSchema read() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              new JsonMapper().readTree(Files.readString(Path.of("../docs/trace.schema.json"))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks at the traces in the output folder of a command, if it wrote any. */
  static void check(String... command) {
    int output = List.of(command).indexOf("-o") + 1;
    if (command.length == 0 || !command[0].equals("synth") || output == 0) {
      return;
    }
    Path folder = Path.of(command[output]);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(".trace.jsonl")).toList()) {
          TraceReader.read(
              file,
              line -> assertThat(SCHEMA.validate(line)).as(line.toString()).isEmpty());
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

package dev.vmcts.llm.openai;

import dev.vmcts.llm.ModelException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where a model is served.
 *
 * @param base the address that {@code /completions} and {@code /models} are added to
 * @param model its name there; empty for the only one that there is
 */
record OpenAiAddress(URI base, String model) {

  private static final String FORM =
      "; allowed: openai:URL#MODEL, such as openai:http://localhost:8080/v1#qwen";
  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Reads {@code URL#MODEL}. */
  static OpenAiAddress of(String text) throws ModelException {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new ModelException("'" + text + "' is no address of a model" + FORM, e);
    }
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.matches("https?") || uri.getHost() == null) {
      throw new ModelException("'" + text + "' is no http or https address of a model" + FORM);
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
      throw new ModelException(
          "the address of a model may hold no user, password or query, since traces show it;"
              + " give a key in the environment variable OPENAI_API_KEY");
    }
    String model = uri.getFragment() == null ? "" : uri.getFragment();
    String base = text.strip();
    int fragment = base.indexOf('#');
    base = (fragment < 0 ? base : base.substring(0, fragment)).replaceFirst("/+$", "");
    return new OpenAiAddress(URI.create(base), model);
  }

  OpenAiAddress withModel(String name) {
    return new OpenAiAddress(base, name);
  }

  URI at(String path) {
    return URI.create(base + path);
  }

  /** Whether nobody on the way can read what is sent. */
  boolean keepsSecrets() {
    return "https".equals(base.getScheme()) || OWN_MACHINE.contains(base.getHost());
  }
}

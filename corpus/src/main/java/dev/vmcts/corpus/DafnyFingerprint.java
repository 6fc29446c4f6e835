package dev.vmcts.corpus;

import dev.vmcts.problem.DafnyOutline;
import dev.vmcts.problem.DafnyOutline.Declaration;
import dev.vmcts.text.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hashes of Dafny contracts with the definitions that they rest on, equal for texts that differ in names and layout only.
 *
 * <p>A contract is the header of a lemma or method, or of a function that promises something.
 */
final class DafnyFingerprint {

  private static final int HASH_BYTES = 6;
  private static final Pattern ATTRIBUTE = Pattern.compile("\\{:[^}]*}");

  private record Part(Declaration declaration, String name, List<String> tokens) {}

  private DafnyFingerprint() {}

  /** The fingerprint of every contract in a program without comments. */
  static List<String> ofContracts(String code) {
    String plain = ATTRIBUTE.matcher(code).replaceAll("");
    List<Part> parts = new ArrayList<>();
    for (Declaration d : DafnyOutline.of(plain)) {
      List<String> tokens =
          DafnyWords.tokens(plain.substring(d.start(), d.isProof() ? d.headerEnd() : d.end()));
      parts.add(new Part(d, name(tokens, d.keyword()), tokens));
    }
    List<String> fingerprints = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.tokens.contains("ensures")) {
        fingerprints.add(hash(needed(parts, i)));
      }
    }
    return fingerprints;
  }

  /** The fingerprint of a whole text. */
  static String ofText(String code) {
    return hash(DafnyWords.tokens(code));
  }

  /** The tokens of the declarations that one rests on, in order, and its own. */
  private static List<String> needed(List<Part> parts, int contract) {
    boolean[] needed = new boolean[parts.size()];
    needed[contract] = true;
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = 0; i < parts.size(); i++) {
        if (!needed[i] && !parts.get(i).declaration.isProof() && isUsed(parts, needed, i)) {
          needed[i] = true;
          grown = true;
        }
      }
    }
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (needed[i] && i != contract) {
        tokens.addAll(parts.get(i).tokens);
      }
    }
    tokens.add("|-");
    tokens.addAll(parts.get(contract).tokens);
    return tokens;
  }

  private static boolean isUsed(List<Part> parts, boolean[] needed, int candidate) {
    Part part = parts.get(candidate);
    Set<String> names =
        part.declaration.keyword().equals("datatype") ? Set.copyOf(part.tokens) : Set.of(part.name);
    for (int i = 0; i < parts.size(); i++) {
      if (needed[i] && parts.get(i).tokens.stream().anyMatch(t -> names.contains(t) && isName(t))) {
        return true;
      }
    }
    return false;
  }

  /** The name that a declaration of a keyword has. */
  static String name(List<String> tokens, String keyword) {
    int at = tokens.indexOf(keyword) + 1;
    while (at < tokens.size() && !isName(tokens.get(at))) {
      at++;
    }
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) && !DafnyWords.RESERVED.contains(token);
  }

  private static String hash(List<String> tokens) {
    Map<String, String> renamed = new HashMap<>();
    StringBuilder normal = new StringBuilder();
    for (String token : tokens) {
      String t = token.equals("predicate") ? "function" : token;
      if (isName(t)) {
        t = renamed.computeIfAbsent(t, x -> "x" + renamed.size());
      }
      normal.append(t).append(' ');
    }
    return Sha256.of(normal.toString()).substring(0, 2 * HASH_BYTES);
  }
}

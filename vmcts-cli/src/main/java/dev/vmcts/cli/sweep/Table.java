package dev.vmcts.cli.sweep;

import java.util.List;

/**
 * A table of a report. Each row has a cell for each header; the first is the row's own header.
 *
 * @param note a sentence on how to read it; empty for none
 */
record Table(String caption, String note, List<String> headers, List<List<String>> rows) {

  Table {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
  }

  String markdown() {
    StringBuilder text = new StringBuilder("## " + caption + "\n\n");
    if (!note.isEmpty()) {
      text.append(note).append("\n\n");
    }
    row(text, headers);
    text.append("|").append("---|".repeat(headers.size())).append('\n');
    rows.forEach(cells -> row(text, cells));
    return text.toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    text.append('\n');
  }

  String html() {
    StringBuilder text = new StringBuilder("<section>\n<h2>" + Markup.text(caption) + "</h2>\n");
    if (!note.isEmpty()) {
      text.append("<p>").append(Markup.text(note)).append("</p>\n");
    }
    text.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Markup.text(caption))
        .append("\"><table>\n<thead><tr>");
    headers.forEach(
        h -> text.append("<th scope=\"col\">").append(Markup.text(h)).append("</th>"));
    text.append("</tr></thead>\n<tbody>\n");
    for (List<String> cells : rows) {
      text.append("<tr><th scope=\"row\">").append(Markup.text(cells.get(0))).append("</th>");
      cells.stream()
          .skip(1)
          .forEach(c -> text.append("<td>").append(Markup.text(c)).append("</td>"));
      text.append("</tr>\n");
    }
    return text.append("</tbody>\n</table></div>\n</section>\n").toString();
  }
}

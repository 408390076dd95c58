package io.probity.report.html;

import java.util.List;
import java.util.Map;

/**
 * A section of the page.
 *
 * @param id its anchor
 * @param title its title
 * @param blocks what it shows
 */
record Section(String id, Words title, List<Block> blocks) {

  Section {
    blocks = List.copyOf(blocks);
  }

  /** Returns the blocks as the template reads them. */
  public List<Map<String, Object>> views() {
    return blocks.stream().map(Block::view).toList();
  }
}

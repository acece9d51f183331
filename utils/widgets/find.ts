/** What the recorder knows of a kind in every frame: names, never behaviour. Facts: the fact sheet of widgets, 1. */
export interface Find {
  /** Matches once a widget is in the document, light DOM. */
  selector: string;
  /** Part of the address of each script and frame of the vendor: one that loads is a reason to look. */
  address: string;
  /**
   * Address of a script that hands its API to a function of the page: named by the first group, or by `data-callback`.
   */
  greets?: RegExp;
  /**
   * Recorded calls that mean "a widget is here" although no selector may ever match (shadow roots, other documents): how
   * their paths end, with a comma for the end.
   */
  calls?: string;
}

/**
 * The vendor's global objects and their methods: `true` is recorded, `false` only passes its hook (pages call it all the
 * time); a nested object is a table of its own.
 */
export interface ApiTable {
  [name: string]: boolean | ApiTable;
}

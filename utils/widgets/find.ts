/** What the scout knows of a kind: names, never behaviour. Facts: the fact sheet of widgets, 1.1 to 1.4. */
export interface Find {
  /** Matches once a widget is in the document, light DOM. */
  selector: string;
  /** Tested against the address of each script and frame that loads: the vendor has arrived. */
  address: RegExp;
  /** Recorded calls that mean "a widget is here" although no selector may ever match (shadow roots). */
  calls: RegExp;
}

/**
 * The vendor's global objects and their methods: `true` is recorded, `false` only passes its hook (pages call it all the
 * time); a nested object is a table of its own.
 */
export interface ApiTable {
  [name: string]: boolean | ApiTable;
}
